namespace Gongkai.Law;

/// <summary>不予公开的情形 (articles 14 to 16): a ground on which information is withheld; the codes are those of the annual report's rows.</summary>
/// <param name="Code">`EX1` … `EX7`.</param>
/// <param name="Name">As the Regulation names it.</param>
/// <param name="Law">Where it stands.</param>
/// <param name="IsAbsolute">True where nobody may decide otherwise (article 14).</param>
public sealed record Exemption(string Code, string Name, Article Law, bool IsAbsolute)
{
    public static readonly Exemption StateSecret = new("EX1", "国家秘密", new(14), IsAbsolute: true);
    public static readonly Exemption ForbiddenByLaw = new("EX2", "法律、行政法规禁止公开", new(14), IsAbsolute: true);
    public static readonly Exemption Security = new("EX3", "公开后可能危及国家安全、公共安全、经济安全、社会稳定", new(14), IsAbsolute: true);
    public static readonly Exemption ThirdParty = new("EX4", "公开会对第三方合法权益造成损害", new(15), IsAbsolute: false);
    public static readonly Exemption InternalAffairs = new("EX5", "内部事务信息", new(16, 1), IsAbsolute: false);
    public static readonly Exemption Process = new("EX6", "过程性信息", new(16, 2), IsAbsolute: false);
    public static readonly Exemption EnforcementFile = new("EX7", "行政执法案卷信息", new(16, 2), IsAbsolute: false);

    public static IReadOnlyList<Exemption> All { get; } = [StateSecret, ForbiddenByLaw, Security, ThirdParty, InternalAffairs, Process, EnforcementFile];

    public static Exemption? Find(string? code) => All.FirstOrDefault(ground => ground.Code == code);
}
