using Gongkai.Cli;

return await GongkaiCommand.Run(args, Terminal.OfProcess());
