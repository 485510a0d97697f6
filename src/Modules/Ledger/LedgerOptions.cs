using Gongkai.Ledgers.Chain;
using Microsoft.Extensions.Options;

namespace Gongkai.Ledgers;

/// <summary>台账设置, `Gongkai:Ledger`.</summary>
public sealed class LedgerOptions
{
    public const string Section = "Gongkai:Ledger";

    /// <summary>sha256, or sm3 where the rules on commercial cryptography ask for it. May be changed at any time: each link says its own.</summary>
    public HashKind Algorithm { get; set; }
}

internal sealed class LedgerOptionsValidation : IValidateOptions<LedgerOptions>
{
    public ValidateOptionsResult Validate(string? name, LedgerOptions options) => options.Algorithm switch
    {
        HashKind.Sm3 when !Sm3.IsAvailable => ValidateOptionsResult.Fail($"{LedgerOptions.Section}:Algorithm 是 sm3，但本机没有带SM3的OpenSSL 3（libcrypto）"),
        HashKind.Sha256 or HashKind.Sm3 => ValidateOptionsResult.Success,
        _ => ValidateOptionsResult.Fail($"{LedgerOptions.Section}:Algorithm 应当是 sha256 或者 sm3"),
    };
}
