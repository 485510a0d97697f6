using System.Collections.Frozen;
using Gongkai.Data;

namespace Gongkai.Bodies;

/// <summary>角色: what an officer is appointed to do (article 4 and the review rules of article 17).</summary>
public enum Role
{
    /// <summary>公开工作机构负责人.</summary>
    OfficeHead,

    /// <summary>申请受理员.</summary>
    IntakeClerk,

    /// <summary>承办人.</summary>
    CaseOfficer,

    /// <summary>科室负责人.</summary>
    SectionHead,

    /// <summary>公开审查员.</summary>
    Reviewer,

    /// <summary>保密审查员.</summary>
    SecrecyReviewer,

    /// <summary>分管领导.</summary>
    Leader,

    /// <summary>发布员.</summary>
    Publisher,

    /// <summary>年报编制员.</summary>
    Reporter,

    /// <summary>公开工作主管部门人员 (article 3).</summary>
    CompetentOffice,

    /// <summary>系统管理员: bodies, sections, people, settings.</summary>
    SystemAdmin,

    /// <summary>安全管理员: who may do what, accounts, keys.</summary>
    SecurityAdmin,

    /// <summary>审计管理员: reads the ledger of everybody, the other two included.</summary>
    AuditAdmin,
}

public static class RoleNames
{
    /// <summary>三员: nobody may be two of these (三员分立).</summary>
    public static readonly FrozenSet<Role> Administrators = FrozenSet.ToFrozenSet([Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin]);

    extension(Role role)
    {
        public bool IsAdministrator => Administrators.Contains(role);

        /// <summary>`office_head`.</summary>
        public string Word => Words.Of(role);

        public string Name => role switch
        {
            Role.OfficeHead => "公开工作机构负责人",
            Role.IntakeClerk => "申请受理员",
            Role.CaseOfficer => "承办人",
            Role.SectionHead => "科室负责人",
            Role.Reviewer => "公开审查员",
            Role.SecrecyReviewer => "保密审查员",
            Role.Leader => "分管领导",
            Role.Publisher => "发布员",
            Role.Reporter => "年报编制员",
            Role.CompetentOffice => "公开工作主管部门人员",
            Role.SystemAdmin => "系统管理员",
            Role.SecurityAdmin => "安全管理员",
            Role.AuditAdmin => "审计管理员",
            _ => throw new ArgumentOutOfRangeException(nameof(role)),
        };
    }
}
