using System.Text.RegularExpressions;
using Gongkai.Law.PersonalData;

namespace Gongkai.Reviews;

/// <summary>银行卡号, by its check digit and its prefix or the words before it.</summary>
public sealed partial class BankCards : TextPreCheck
{
    public override string Id => "bank_card";
    public override string Name => "银行卡号";

    protected override IEnumerable<Hit> Find(string text)
    {
        foreach (Match match in Number().Matches(text))
        {
            var number = string.Concat(match.Value.Where(char.IsAsciiDigit));
            if (!CitizenNumber.IsValid(number) && BankCard.IsLikely(number, Before(text, match.Index)))
                yield return new(FindingSeverity.Serious, match.Index, Masked(number, 0, 4), "删除；确需公开对公账户的，由保密审查员写明理由");
        }
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z])\d{4}([ -]?\d{4}){2,3}[ -]?\d{1,4}(?![0-9A-Za-z])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
