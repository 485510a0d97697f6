using Gongkai.Bodies;

namespace Gongkai.Modules.Tests.Bodies;

/// <summary>人员: dated roles and deputies, with plain values.</summary>
public sealed class OfficerTests
{
    private static readonly BodyId s_body = new(Guid.CreateVersion7());
    private static readonly DateOnly s_march = new(2026, 3, 1);

    [Fact]
    public void Has_a_role_from_its_first_to_its_last_day()
    {
        var officer = Working("张三");
        officer.Grant(Role.Publisher, s_march, new(2026, 3, 31), section: null, by: null);

        Assert.False(officer.Is(Role.Publisher, new(2026, 2, 28)));
        Assert.True(officer.Is(Role.Publisher, s_march));
        Assert.True(officer.Is(Role.Publisher, new(2026, 3, 31)));
        Assert.False(officer.Is(Role.Publisher, new(2026, 4, 1)));
    }

    [Theory]
    [InlineData(Role.SystemAdmin, Role.SecurityAdmin)]
    [InlineData(Role.SecurityAdmin, Role.AuditAdmin)]
    [InlineData(Role.AuditAdmin, Role.SystemAdmin)]
    public void Is_never_two_of_the_three_administrators_on_one_day(Role first, Role second)
    {
        var officer = Working("李四");
        officer.Grant(first, s_march, new(2026, 3, 31), section: null, by: null);

        Assert.Throws<RefusedException>(() => officer.Grant(second, new(2026, 3, 31), until: null, section: null, by: null));
        officer.Grant(second, new(2026, 4, 1), until: null, section: null, by: null);

        Assert.DoesNotContain(Enumerable.Range(0, 60).Select(day => s_march.AddDays(day)), day => officer.RolesOn(day).Count(role => role.IsAdministrator) > 1);
    }

    [Fact]
    public void Grants_nothing_to_himself()
    {
        var officer = Working("王五");

        Assert.Throws<RefusedException>(() => officer.Grant(Role.Publisher, s_march, until: null, section: null, by: officer.Id));
    }

    [Fact]
    public void Acts_in_the_roles_of_an_absent_colleague_only_on_the_days_named_and_never_as_administrator()
    {
        var (absent, deputy) = (Working("赵六"), Working("钱七"));
        absent.Grant(Role.Leader, s_march, until: null, section: null, by: null);
        absent.Grant(Role.SystemAdmin, s_march, until: null, section: null, by: null);
        absent.NameDeputy(deputy, new(2026, 3, 10), new(2026, 3, 12));

        deputy.ActsFor([absent]);

        Assert.Empty(deputy.RolesOn(new(2026, 3, 9)));
        Assert.Equal([Role.Leader], deputy.RolesOn(new(2026, 3, 10)));
        Assert.Equal([Role.Leader], deputy.RolesOn(new(2026, 3, 12)));
        Assert.Empty(deputy.RolesOn(new(2026, 3, 13)));
    }

    [Fact]
    public void Who_leaves_has_no_role_from_that_day_on()
    {
        var officer = Working("孙八");
        officer.Grant(Role.Reviewer, s_march, until: null, section: null, by: null);

        officer.Leave(new(2026, 3, 20));

        Assert.True(officer.Is(Role.Reviewer, new(2026, 3, 19)));
        Assert.Empty(officer.RolesOn(new(2026, 3, 20)));
    }

    [Fact]
    public void A_role_for_one_section_reaches_no_other()
    {
        var (officer, own, other) = (Working("周九"), new SectionId(Guid.CreateVersion7()), new SectionId(Guid.CreateVersion7()));
        officer.Grant(Role.SectionHead, s_march, until: null, section: own, by: null);

        Assert.True(officer.Is(Role.SectionHead, own, s_march));
        Assert.False(officer.Is(Role.SectionHead, other, s_march));
    }

    private static Officer Working(string name) => new(new OfficerId(Guid.CreateVersion7())) { Body = s_body, Name = name, AppointedOn = new(2020, 1, 1) };
}
