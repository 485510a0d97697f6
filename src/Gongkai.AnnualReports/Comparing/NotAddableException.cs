namespace Gongkai.AnnualReports.Comparing;

/// <summary>不能汇总: adding these reports would give a wrong sum; the message says why in Chinese.</summary>
public sealed class NotAddableException(string message) : Exception(message);
