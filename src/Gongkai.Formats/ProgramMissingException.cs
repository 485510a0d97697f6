namespace Gongkai.Formats;

/// <summary>缺少程序: an outside program that the work needs is not installed; the message says in Chinese which one and what it is for.</summary>
/// <param name="program">Name of the program as it is called.</param>
/// <param name="message">What cannot be done without it and how to get it.</param>
public sealed class ProgramMissingException(string program, string message) : Exception(message)
{
    public string Program { get; } = program;
}
