namespace Gongkai.Formats;

/// <summary>无法读取: the file cannot be read at all; the message says in Chinese why and what to do.</summary>
public sealed class UnreadableFileException(string message, Exception? inner = null) : Exception(message, inner);
