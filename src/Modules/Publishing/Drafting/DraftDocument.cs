using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Ledgers;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Publishing;

/// <summary>起草, with its attribute from the first moment (政府信息公开源头管理).</summary>
public sealed class DraftDocument(DocumentDesk desk)
{
    public async Task<Document> Run(NewDocument what, AttributeDecision attribute, DocumentContent content, Officer by, CancellationToken cancel)
    {
        var document = await Make(what, attribute, content, by, cancel);
        await desk.Close(document, Act.DraftDocument, by, cancel);
        return document;
    }

    internal async Task<Document> Make(NewDocument what, AttributeDecision attribute, DocumentContent content, Officer by, CancellationToken cancel)
    {
        await desk.Demand(by, Permission.DraftDocuments, what.Body, cancel);
        if (what.Kind == DocumentKind.Interpretation != what.Form is not null || what.Explains is not null && what.Kind != DocumentKind.Interpretation)
            throw new RefusedException("政策解读应当注明解读形式和所解读的文件；其他事项没有这两项。", "form");
        if (what.Explains is { } policy)
        {
            var own = await desk.Own(what.Body, cancel);
            if (!await desk.Db.Documents.AnyAsync(document => document.Id == policy && own.Contains(document.Body), cancel))
                throw new RefusedException("没有所解读的文件。", "explains");
        }

        await desk.DemandDecision(content.Follows, what.Body, cancel);
        await desk.DemandColumn(content.Column, what.Body, cancel);
        var document = Document.Draft(new DocumentId(desk.Clock.NewGuid()), what, attribute, CleanContent.Of(content), by, desk.Now);
        desk.Db.Add(document);
        return document;
    }
}
