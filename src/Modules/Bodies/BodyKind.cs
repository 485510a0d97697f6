namespace Gongkai.Bodies;

/// <summary>机关类型 (articles 2, 10, 54, 55).</summary>
public enum BodyKind
{
    /// <summary>政府.</summary>
    Government,

    /// <summary>政府部门.</summary>
    Department,

    /// <summary>乡镇政府、街道办事处.</summary>
    Township,

    /// <summary>法律、法规授权的组织 (article 54).</summary>
    AuthorisedOrganisation,

    /// <summary>事业单位.</summary>
    PublicInstitution,

    /// <summary>平台运行单位: runs this installation; has no duty to disclose and stands on no public page.</summary>
    Operator,
}

public static class BodyKindNames
{
    extension(BodyKind kind)
    {
        public string Name => kind switch
        {
            BodyKind.Government => "政府",
            BodyKind.Department => "政府部门",
            BodyKind.Township => "乡镇（街道）",
            BodyKind.AuthorisedOrganisation => "法律、法规授权的组织",
            BodyKind.PublicInstitution => "事业单位",
            BodyKind.Operator => "平台运行单位",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}
