using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>变更之日: from when the limit of article 26 runs for a change, beside the day of creation in the index the board of the catalogue is counted by.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0046_changed_on")]
internal sealed class M0046_ChangedOn : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("changed_on", "documents", nullable: true);

        // The last revision that was not given up.
        migrationBuilder.Sql("""
            update documents set changed_on = (
                select max(r.on_day) from document_steps r where r.document_id = documents.id and r.step = 'D10' and not exists (
                    select 1 from document_steps a where a.document_id = r.document_id and a.step = 'D11' and a.number > r.number and not exists (
                        select 1 from document_steps p where p.document_id = r.document_id and p.step = 'D09' and p.number between r.number and a.number)))
            where exists (select 1 from document_steps s where s.document_id = documents.id and s.step = 'D10')
            """);
        migrationBuilder.DropIndex("ix_documents_facets", "documents");
        migrationBuilder.CreateIndex("ix_documents_facets", "documents", ["body_id", "kind", "article20_item", "topic", "section_id", "state", "updated_on", "published_on", "created_on", "changed_on"]);
    }
}
