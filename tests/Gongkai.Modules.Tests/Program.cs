using Gongkai.Modules.Tests;
using Gongkai.Modules.Tests.Ledgers;
using Gongkai.Modules.Tests.Publishing;
using Xunit.MicrosoftTestingPlatform;

// The crash tests start this program once more and kill it.
return args switch
{
    ["write-until-killed", ..] => await KilledWriter.Run(args[1..]),
    ["import-until-killed", var file, ..] => await KilledWorker.Import(file, args[2..]),
    ["publish-until-killed", var part, ..] => await KilledWorker.Publish(int.Parse(part, System.Globalization.CultureInfo.InvariantCulture), args[2..]),
    ["rescan-until-killed", ..] => await KilledWorker.Rescan(args[1..]),
    _ => await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
};
