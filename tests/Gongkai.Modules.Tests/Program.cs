using Gongkai.Modules.Tests;
using Gongkai.Modules.Tests.Ledgers;
using Xunit.MicrosoftTestingPlatform;

// The crash tests start this program once more and kill it.
return args is ["write-until-killed", ..]
    ? await KilledWriter.Run(args[1..])
    : await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
