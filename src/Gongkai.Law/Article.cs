namespace Gongkai.Law;

/// <summary>条款: an article of the Regulation on Open Government Information, with its paragraph where one is meant.</summary>
public readonly record struct Article(int Number, int? Paragraph = null);
