namespace Gongkai.Bodies;

/// <summary>不予办理: what was asked cannot be done as it was typed, or not now; the message tells the remedy.</summary>
/// <param name="message">For people, in Chinese.</param>
/// <param name="field">The field that must be changed, in the words of the interface; null when no field is to blame but the state of things.</param>
public sealed class RefusedException(string message, string? field = null) : Exception(message)
{
    public string? Field { get; } = field;
}

/// <summary>没有权限: the person's roles do not reach that far.</summary>
public sealed class NotAllowedException(string message) : Exception(message);
