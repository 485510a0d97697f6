using System.Text;
using Gongkai.Formats.Cleaning;
using Gongkai.Formats.Reading;

namespace Gongkai.Formats.Tests.Cleaning;

/// <summary>字幕: whatever it came as, what is shown is WebVTT of our own writing.</summary>
public sealed class SubtitlesTests
{
    private const string Srt = "1\r\n00:00:01,000 --> 00:00:03,500\r\n<font color=\"red\">大家好</font>，\r\n欢迎收看。\r\n\r\n2\r\n00:01:02,5 --> 01:00:00,000 X1:40 X2:600\r\n{\\an8}现在解读&amp;说明 1 < 2\r\n";

    [Fact]
    public void An_srt_becomes_webvtt() =>
        Assert.Equal("WEBVTT\n\n00:00:01.000 --> 00:00:03.500\n大家好，\n欢迎收看。\n\n00:01:02.500 --> 01:00:00.000\n现在解读&amp;说明 1 &lt; 2\n", Shown(Encoding.UTF8.GetBytes(Srt)));

    [Fact]
    public void Webvtt_loses_styles_notes_regions_voices_and_settings()
    {
        const string vtt = "\uFEFFWEBVTT - 标题\n\nSTYLE\n::cue { background: url(https://evil.example/x) }\n\nREGION\nid:a\n\nNOTE 不公开的说明\n\n甲\n01:02.003 --> 01:04.000 position:10% line:0\n<v 张三><c.red>第一条</c></v>\u202E\n";

        Assert.Equal("WEBVTT\n\n00:01:02.003 --> 00:01:04.000\n第一条\n", Shown(Encoding.UTF8.GetBytes(vtt)));
    }

    [Fact]
    public void What_was_written_reads_as_it_stood_and_other_encodings_too()
    {
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Srt);
        var cues = Subtitles.Read(gb);

        Assert.Equal(Shown(Encoding.UTF8.GetBytes(Srt)), Shown(gb));
        Assert.Equal(cues, Subtitles.Read(Subtitles.Write(cues)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("WEBVTT\n\n")]
    [InlineData("不是字幕")]
    [InlineData("1\n00:00:99,000 --> 00:00:01,000\n甲")]
    [InlineData("1\n00:00:05,000 --> 00:00:01,000\n甲")]
    [InlineData("1\n<script> --> alert(1)\n甲")]
    public void What_is_none_is_refused_in_words(string written) => Assert.Throws<UnreadableFileException>(() => Subtitles.Read(Encoding.UTF8.GetBytes(written)));

    [Fact]
    public void A_track_stands_in_a_text_with_its_language_and_no_other_address()
    {
        const string kept = "<figure><video src=\"/documents/1/attachments/1\" controls><track src=\"/documents/1/attachments/2\" kind=\"captions\" srclang=\"zh-CN\" label=\"字幕\" default></video><figcaption>解读</figcaption></figure>";

        Assert.Equal(kept, HtmlSanitiser.Clean(kept).Html);
        Assert.Equal("<video controls><track></video>", HtmlSanitiser.Clean("<video src=\"https://evil.example/v\"><track src=\"//evil.example/t.vtt\" kind=\"metadata\" srclang=\"x y\" onload=\"x()\"></video>").Html);
    }

    private static string Shown(byte[] content) => Encoding.UTF8.GetString(Subtitles.Write(Subtitles.Read(content)));
}
