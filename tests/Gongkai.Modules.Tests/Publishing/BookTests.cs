using System.IO.Compression;
using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Formats.Reading.Books;
using Gongkai.Formats.Tests.Books;
using Gongkai.Modules.Tests.Bodies;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Modules.Tests.Publishing;

/// <summary>电子书附件: judged by its content when it comes in, looked through chapter by chapter, published without its makers.</summary>
public abstract class BookTests(DatabaseProvider provider)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_public_gets_has_lost_who_made_it_and_the_upload_is_kept_as_it_was()
    {
        await using var world = await Yunze.World(provider);
        var content = new EpubFile { Metadata = "<dc:creator>云泽市科学技术局</dc:creator><dc:contributor>经办人小周</dc:contributor>" }.Chapter("甲", "<p>话。</p>").Make();
        var draft = await world.Drafted();

        var attached = await Attach(world, draft.Id, "一本通.epub", content);

        Assert.True(attached.IsBook);
        Assert.Equal(content, await Stored(world, attached.Original));
        var shown = await Stored(world, attached.Shown);
        using var book = Epub.Open(shown);
        Assert.Equal(["云泽市科学技术局"], book.Authors);
        using var zip = new ZipArchive(new MemoryStream(shown));
        using var list = new StreamReader(zip.GetEntry("OEBPS/book.opf")!.Open());
        Assert.DoesNotContain("小周", await list.ReadToEndAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("一本通.epub", "加密")]
    [InlineData("二本通.epub", "脚本")]
    [InlineData("三本通.epub", "缺少压缩目录")]
    [InlineData("四本通.zip", "把扩展名改为 .epub")]
    [InlineData("五本通.pdf", "把扩展名改为 .epub")]
    public async Task What_is_locked_scripted_broken_or_called_otherwise_is_refused_in_plain_words(string name, string words)
    {
        await using var world = await Yunze.World(provider);
        var draft = await world.Drafted();
        var content = name[0] switch
        {
            '一' => new EpubFile().Chapter("甲", "<p>话。</p>").Part("META-INF/rights.xml", "<rights/>").Make(),
            '二' => new EpubFile().Chapter("甲", "<p onclick=\"x()\">话。</p>").Make(),
            '三' => "这不是电子书"u8.ToArray(),
            _ => new EpubFile().Chapter("甲", "<p>话。</p>").Make(),
        };

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Attach(world, draft.Id, name, content));

        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.Empty((await world.Document(draft.Id)).Working.Attachments);
    }

    [Fact]
    public async Task The_checks_go_through_its_chapters_and_name_the_place()
    {
        await using var world = await Yunze.World(provider);
        var draft = await world.Drafted();
        var book = new EpubFile { Title = "联系人13912345678" }
            .Chapter("谁能领", "<p>本县企业。</p>")
            .Chapter("名单", "<p>申请人某某，身份证号11010519491231002X。</p><table><tr><td>见<a href=\"https://yunze.invalid/office/x\">外站</a></td></tr></table><p hidden=\"hidden\">旧稿</p>");
        await Attach(world, draft.Id, "一本通.epub", book.Make());

        var found = await Checked(world, draft.Id);

        Assert.Equal("一本通.epub 第2章 名单", Assert.Single(found, one => one.Check == "citizen_number").Where);
        Assert.Equal("一本通.epub 书名和目录", Assert.Single(found, one => one.Check == "mobile_number").Where);
        Assert.Equal(
            [(FindingSeverity.Serious, "隐藏的内容1处"), (FindingSeverity.Hint, "署名 云溪县商务局")],
            found.Where(one => one.Check == "book_trace").Select(one => (one.Severity, one.Words)));
        Assert.DoesNotContain(found, one => one.Check == "unreadable_attachment");
    }

    [Fact]
    public async Task Links_out_of_a_chapter_are_judged_like_those_of_the_text()
    {
        await using var world = await Yunze.World(provider, ("Gongkai:Webhooks:SiteAddress", "https://www.yunze.example"));
        var draft = await world.Drafted();
        await Attach(world, draft.Id, "一本通.epub", new EpubFile().Chapter("甲", "<p><a href=\"c2.xhtml#a\">下一章</a>、<a href=\"https://www.yunze.example/nobody/guide\">没有的机关</a></p>").Chapter("乙", "<p id=\"a\">话。</p>").Make());

        var dead = Assert.Single(await Checked(world, draft.Id), one => one.Check == "dead_link");

        Assert.Equal(("一本通.epub 第1章 甲", "没有的机关"), (dead.Where, dead.Words));
    }

    [Fact]
    public async Task An_interpretation_as_an_e_book_without_one_says_what_is_missing()
    {
        await using var world = await Yunze.World(provider);
        var policy = await world.Published();
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        var explained = await world.Do<DraftDocument, Document>(draft => draft.Run(
            new NewDocument(clerk.Body, DocumentKind.Interpretation) { Form = InterpretationForm.Ebook, Explains = policy.Id }, AttributeDecision.Proactive, Desk.Content("《办法》解读"), clerk, Cancel));

        Assert.Contains(await Checked(world, explained.Id), one => one is { Check: "missing_particulars", Words: "EPUB电子书（附件）" });
        await Attach(world, explained.Id, "一本通.epub", new EpubFile().Chapter("甲", "<p>话。</p>").Make());
        Assert.DoesNotContain(await Checked(world, explained.Id), one => one is { Check: "missing_particulars", Words: "EPUB电子书（附件）" });
    }

    private static async Task<Attachment> Attach(World world, DocumentId id, string name, byte[] content)
    {
        var clerk = await world.Officer(Desk.Bureau, Role.CaseOfficer);
        return await world.Do<AttachFile, Attachment>(attach => attach.Run(id, name, new MemoryStream(content), clerk, null, Cancel));
    }

    private static async Task<IReadOnlyList<Finding>> Checked(World world, DocumentId id)
    {
        var document = await world.Document(id);
        return await world.Do<DocumentChecks, IReadOnlyList<Finding>>(checks => checks.Run(document, Cancel));
    }

    private static async Task<byte[]> Stored(World world, FileHash hash)
    {
        await using var stream = world.Services.GetRequiredService<IFileStore>().Open(hash);
        var content = new byte[stream.Length];
        await stream.ReadExactlyAsync(content, Cancel);
        return content;
    }
}

public sealed class BookOnSqliteTests() : BookTests(DatabaseProvider.Sqlite);

public sealed class BookOnPostgreSqlTests() : BookTests(DatabaseProvider.PostgreSql);
