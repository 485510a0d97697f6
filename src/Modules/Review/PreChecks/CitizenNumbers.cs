using System.Text.RegularExpressions;
using Gongkai.Law.PersonalData;

namespace Gongkai.Reviews;

/// <summary>公民身份号码, told from other long numbers by its check character; spaces and hyphens inside do not hide one.</summary>
public sealed partial class CitizenNumbers : TextPreCheck
{
    public override string Id => "citizen_number";
    public override string Name => "公民身份号码";

    protected override IEnumerable<Hit> Find(string text)
    {
        foreach (Match match in Number().Matches(text))
        {
            var number = string.Concat(match.Value.Where(char.IsAsciiLetterOrDigit));
            if (CitizenNumber.IsValid(number))
                yield return new(FindingSeverity.Serious, match.Index, Masked(number, 1, 1), "删除，或者只保留首末各一位，其余用*代替");
        }
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z])\d{6}[ -]?\d{4}[ -]?\d{4}[ -]?\d{3}[0-9Xx](?![0-9A-Za-z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
