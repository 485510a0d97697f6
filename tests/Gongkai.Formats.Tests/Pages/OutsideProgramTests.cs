using Gongkai.Formats.Reading.Programs;

namespace Gongkai.Formats.Tests.Pages;

public sealed class OutsideProgramTests
{
    [Fact]
    public void A_missing_program_says_what_to_install() =>
        Assert.Equal("请安装甲", Assert.Throws<ProgramMissingException>(() => OutsideProgram.Run("gongkai-no-such-program", [], ReadingLimits.Default, 100, "请安装甲")).Message);

    [Fact]
    public void A_program_that_takes_too_long_is_ended()
    {
        Assert.SkipUnless(File.Exists("/bin/sleep"), "no sleep here");
        var limits = new ReadingLimits { ProgramTime = TimeSpan.FromMilliseconds(200) };

        Assert.Contains("已停止", Assert.Throws<UnreadableFileException>(() => OutsideProgram.Run("/bin/sleep", ["60"], limits, 100, "")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_writes_too_much_is_ended()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/yes"), "no yes here");

        Assert.Throws<UnreadableFileException>(() => OutsideProgram.Run("/usr/bin/yes", [], ReadingLimits.Default, 100_000, ""));
    }

    [Fact]
    public void The_scratch_folder_is_gone_afterwards()
    {
        string folder;
        using (var scratch = new Scratch())
        {
            folder = scratch.Folder;
            scratch.Write("a", [1]);
        }

        Assert.False(Directory.Exists(folder));
    }
}
