namespace Gongkai.Cli;

/// <summary>进度: one line on standard error that rewrites itself, for runs that take a while and only where somebody watches.</summary>
internal sealed class Progress(Terminal terminal, Speech speech, int files) : IProgress<int>
{
    private const int ShortRun = 20;
    private readonly Lock _lock = new();
    private int _shown;

    public void Report(int value)
    {
        if (!terminal.ShowsProgress || files < ShortRun)
            return;
        lock (_lock)
        {
            // A line per percent is enough.
            if (value < files && value - _shown < Math.Max(1, files / 100))
                return;
            _shown = value;
            terminal.Messages.Write(speech.Say($"\r已读取 {value}/{files}", $"\rread {value}/{files}"));
            if (value == files)
                terminal.Messages.Write("\r\u001b[K");
        }
    }
}
