using System.Net;
using System.Text.Json;
using Gongkai.Web.Tests.Api;

namespace Gongkai.Web.Tests.Office;

/// <summary>设置的版本 on pages and over the interface: the second of two is told, keeps what he typed, and nothing is overwritten.</summary>
public sealed class SettingVersionsPagesTests(YunzeSite yunze)
{
    private const string Body = "bodies/yunxi-swj";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_changes_only_what_it_has_seen()
    {
        using var head = await Caller.Of(yunze, "yunxi-swj-office");
        using var publisher = await Caller.Of(yunze, "yunxi-swj-publish");

        await Twice(head, $"{Body}/review-chains/rules", $"{Body}/review-chains", chain => new { applies_to = "rules", name = chain.GetProperty("name").GetString(), stages = Stages(chain) });
        await Twice(head, $"{Body}/index-rule", $"{Body}/index-rule", rule => new { pattern = rule.GetProperty("pattern").GetString(), code = "yunxi-swj" });
        await Twice(head, $"{Body}/retention/rules", $"{Body}/retention", shown => new { kind = "rules", period = shown.GetProperty("period").GetString() == "permanent" ? "thirty_years" : "permanent" });
        await Twice(head, "checked-words/%E5%B8%83%E7%BD%B2", "checked-words", _ => new { wrong = "布署", right = "部署", kind = "misspelling", only_hint = true });

        var (listed, _) = await publisher.Send("GET", $"{Body}/catalogue");
        var stale = await publisher.Refused("POST", $"{Body}/catalogue/publish", new { }, ifMatch: "\"7\"");
        Assert.NotNull(listed.Headers.ETag);
        Assert.Equal(HttpStatusCode.Conflict, stale.Status);
    }

    [Fact]
    public async Task A_person_who_comes_second_is_told_and_keeps_what_he_typed()
    {
        using var program = await Caller.Of(yunze, "yunxi-swj-office");
        using var head = await yunze.SignedIn("yunxi-swj-office");
        var chain = await program.Do("GET", $"{Body}/review-chains/annual_report");
        var (rule, _) = await program.Send("GET", $"{Body}/index-rule");
        var seen = rule.Headers.ETag!.Tag.Trim('"');

        await program.Do("PUT", $"{Body}/review-chains", new { applies_to = "annual_report", name = "先保存的流程", stages = Stages(chain) });
        var late = await YunzeSite.PostTo(head, "/office/settings/chain/annual_report", "/office/settings/chain/annual_report", [("seen", $"{chain.GetProperty("version")}"), ("Name", "后填写的流程"), .. Typed(chain)]);
        var page = await YunzeSite.Text(late);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("已被他人更改", page, StringComparison.Ordinal);
        Assert.Contains("设置审查流程", page, StringComparison.Ordinal);
        Assert.Contains("value=\"后填写的流程\"", page, StringComparison.Ordinal);
        Assert.Equal("先保存的流程", (await program.Do("GET", $"{Body}/review-chains/annual_report")).GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.Redirect, (await YunzeSite.Post(head, "/office/settings/chain/annual_report", [("Name", "看过之后的流程"), .. Typed(chain)])).StatusCode);

        await program.Do("PUT", $"{Body}/index-rule", new { pattern = "{code}/{yyyy}-{serial:5}", code = "yunxi-swj" });
        var ruled = await YunzeSite.PostTo(head, "/office/settings", "/office/settings?handler=Rule", ("seen", seen), ("Pattern", "{code}-{yyyy}-{serial:6}"), ("Code", "swj-typed"));
        page = await YunzeSite.Text(ruled);
        Assert.Equal(HttpStatusCode.Conflict, ruled.StatusCode);
        Assert.Contains("value=\"swj-typed\"", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"seen\" value=\"{seen}\"", page, StringComparison.Ordinal);
        Assert.Equal("yunxi-swj", (await program.Do("GET", $"{Body}/index-rule")).GetProperty("code").GetString());

        var (kept, _) = await program.Send("GET", $"{Body}/retention/annual_report");
        await program.Do("PUT", $"{Body}/retention", new { kind = "annual_report", period = "permanent" });
        var chosen = await YunzeSite.PostTo(head, "/office/settings", "/office/settings?handler=Retention", ("seen", kept.Headers.ETag!.Tag.Trim('"')), ("kind", "AnnualReport"), ("period", "TenYears"));
        Assert.Equal(HttpStatusCode.Conflict, chosen.StatusCode);
        Assert.Contains("<option value=\"TenYears\" selected=\"selected\">", await YunzeSite.Text(chosen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_is_there_is_not_changed_by_somebody_who_means_to_add_it()
    {
        using var program = await Caller.Of(yunze, "yunxi-swj-office");
        using var head = await yunze.SignedIn("yunxi-swj-office");
        (string, string)[] typed = [("wrong", "云溪商务"), ("right", "云溪县商务局"), ("kind", "OfficialName")];
        await program.Do("PUT", "checked-words", new { wrong = "云溪商务", right = "云溪县商务和粮食局", kind = "official_name" });

        var added = await YunzeSite.Text(await YunzeSite.PostTo(head, "/office/settings", "/office/settings?handler=Word", [("seen", "0"), .. typed]));
        Assert.Contains("本机关词表里已有“云溪商务”，正确写法是“云溪县商务和粮食局”", added, StringComparison.Ordinal);
        Assert.Contains("value=\"云溪县商务局\"", added, StringComparison.Ordinal);
        Assert.Equal("云溪县商务和粮食局", await Right());

        Assert.Equal(HttpStatusCode.Redirect, (await YunzeSite.PostTo(head, "/office/settings", "/office/settings?handler=Word", [("seen", "1"), .. typed])).StatusCode);
        Assert.Equal("云溪县商务局", await Right());
        var stopped = await YunzeSite.PostTo(head, "/office/settings", "/office/settings?handler=Toggle", ("seen", "1"), ("wrong", "云溪商务"), ("isActive", "false"), ("site", "false"));
        Assert.Equal(HttpStatusCode.Conflict, stopped.StatusCode);

        async Task<string?> Right() => (await program.Do("GET", "checked-words/%E4%BA%91%E6%BA%AA%E5%95%86%E5%8A%A1")).GetProperty("right").GetString();
    }

    /// <summary>Seen once and sent twice: the second comes too late, and what is sent over the new version is heard.</summary>
    private static async Task Twice(Caller program, string read, string written, Func<JsonElement, object> change)
    {
        var (answer, shown) = await program.Send("GET", read);
        var seen = answer.Headers.ETag!.Tag;

        Assert.Equal(HttpStatusCode.NoContent, (await program.Send("PUT", written, change(shown), ifMatch: seen)).Answer.StatusCode);
        var late = await program.Refused("PUT", written, change(shown), ifMatch: seen);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("已被他人更改", late.Problem.GetProperty("detail").GetString(), StringComparison.Ordinal);

        var (now, fresh) = await program.Send("GET", read);
        Assert.NotEqual(seen, now.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NoContent, (await program.Send("PUT", written, change(fresh), ifMatch: now.Headers.ETag.Tag)).Answer.StatusCode);
    }

    private static object[] Stages(JsonElement chain) =>
    [
        .. chain.GetProperty("stages").EnumerateArray().Select(stage => new
        {
            name = stage.GetProperty("name").GetString(),
            role = stage.GetProperty("role").GetString(),
            is_secrecy = stage.GetProperty("is_secrecy").GetBoolean(),
            gates = stage.GetProperty("gates").EnumerateArray().Select(gate => gate.GetProperty("gate").GetString()).ToArray(),
        }),
    ];

    /// <summary>The same stages as the fields of the page's form.</summary>
    private static IEnumerable<(string, string)> Typed(JsonElement chain)
    {
        foreach (var (stage, i) in chain.GetProperty("stages").EnumerateArray().Select((stage, i) => (stage, i)))
        {
            yield return ($"Stages[{i}].Name", stage.GetProperty("name").GetString()!);
            yield return ($"Stages[{i}].Role", Pascal(stage.GetProperty("role").GetString()!));
            if (stage.GetProperty("is_secrecy").GetBoolean())
                yield return ($"Stages[{i}].IsSecrecy", "true");
            foreach (var gate in stage.GetProperty("gates").EnumerateArray())
                yield return ($"Stages[{i}].Gates", Pascal(gate.GetProperty("gate").GetString()!));
        }
    }

    private static string Pascal(string word) => string.Concat(word.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
