using System.CommandLine;

namespace Gongkai.Cli.Commands;

/// <summary>gongkai admin, body, seed: what whoever runs the machine does before anybody can sign in. The database is loaded when one of them runs.</summary>
internal static class AdminCommand
{
    public static Command Admin(Terminal terminal, Speech speech)
    {
        var login = new Argument<string>("LOGIN") { Description = speech.Say("登录名", "Login") };
        var role = new Option<string>("--role")
        {
            Description = speech.Say("哪一类管理员", "Which of the three administrators"),
            DefaultValueFactory = _ => "system_admin",
            HelpName = "system_admin|security_admin|audit_admin",
        };
        role.AcceptOnlyFromAmong("system_admin", "security_admin", "audit_admin");
        var name = new Option<string?>("--name") { Description = speech.Say("姓名；默认是登录名", "Name; the login by default"), HelpName = "NAME" };
        var url = new Option<string>("--url") { Description = speech.Say("站点地址", "Address of the site"), DefaultValueFactory = _ => "http://127.0.0.1:5080", HelpName = "URL" };
        var add = new Command("add", speech.Say(
            "设立第一名管理员，或者给丢失登录办法的管理员一个新链接；打印一次性链接",
            "Make the first administrator, or let one who is locked out in again; prints a one-time link"))
        {
            login, role, name, url,
        };
        add.SetAction((parsed, cancel) => Administration.AddAdministrator(
            terminal, speech, parsed.GetRequiredValue(login), parsed.GetRequiredValue(role), parsed.GetValue(name), parsed.GetRequiredValue(url), cancel));
        return new Command("admin", speech.Say("管理员", "Administrators")) { add };
    }

    public static Command Body(Terminal terminal, Speech speech)
    {
        var key = new Argument<string>("KEY") { Description = speech.Say("网址名，如 kjj", "Part of the address, as kjj") };
        var name = new Option<string>("--name") { Description = speech.Say("机关名称", "Name"), Required = true, HelpName = "NAME" };
        var kind = new Option<string>("--kind") { Description = speech.Say("类型", "Kind"), Required = true, HelpName = "KIND" };
        kind.AcceptOnlyFromAmong("government", "department", "township", "authorised_organisation", "public_institution");
        var level = new Option<string>("--level") { Description = speech.Say("层级", "Level"), DefaultValueFactory = _ => "county", HelpName = "LEVEL" };
        level.AcceptOnlyFromAmong("national", "provincial", "municipal", "county", "township");
        var parent = new Option<string?>("--parent") { Description = speech.Say("所属机关的网址名", "Key of the body it belongs to"), HelpName = "KEY" };
        var add = new Command("add", speech.Say("新建机关", "Create a body")) { key, name, kind, level, parent };
        add.SetAction((parsed, cancel) => Administration.AddBody(
            terminal, speech, parsed.GetRequiredValue(key), parsed.GetRequiredValue(name), parsed.GetRequiredValue(kind), parsed.GetRequiredValue(level), parsed.GetValue(parent), cancel));
        return new Command("body", speech.Say("机关", "Bodies")) { add };
    }

    public static Command Seed(Terminal terminal, Speech speech)
    {
        var seed = new Command("seed", speech.Say("把示例世界（云泽市）载入空的数据目录", "Load the sample world into an empty data folder"));
        seed.SetAction((_, cancel) => Administration.Seed(terminal, speech, cancel));
        return seed;
    }
}
