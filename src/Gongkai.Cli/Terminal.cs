using System.Text;

namespace Gongkai.Cli;

/// <summary>终端: where results and messages go and where `-` is read from; a test brings its own.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Results">Standard output, in bytes.</param>
/// <param name="Messages">Standard error.</param>
/// <param name="ShowsProgress">True when somebody watches standard error.</param>
internal sealed record Terminal(Stream Input, Stream Results, TextWriter Messages, bool ShowsProgress)
{
    /// <summary>UTF-8 whatever the machine's code page, without a byte order mark.</summary>
    public static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Standard output as text.</summary>
    public TextWriter Text { get; } = new StreamWriter(Results, Utf8, bufferSize: 1 << 14, leaveOpen: true) { NewLine = "\n" };

    public static Terminal OfProcess() => new(
        Console.OpenStandardInput(),
        Console.OpenStandardOutput(),
        new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true, NewLine = "\n" },
        ShowsProgress: !Console.IsErrorRedirected);
}
