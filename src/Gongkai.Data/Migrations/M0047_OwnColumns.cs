using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>自设栏目: where a column stands, whether documents are put into it one by one or only what no longer holds comes in, and of a document the column it was put into.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0047_own_columns")]
internal sealed class M0047_OwnColumns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("after_key", "catalogue_columns", nullable: true);
        migrationBuilder.AddColumn<bool>("takes_chosen", "catalogue_columns", defaultValue: false);
        migrationBuilder.AddColumn<bool>("rule_ended", "catalogue_columns", defaultValue: false);
        migrationBuilder.AddColumn<string>("column_key", "document_versions", nullable: true);
        migrationBuilder.AddColumn<string>("column_key", "documents", nullable: true);
        migrationBuilder.DropIndex("ix_documents_facets", "documents");
        migrationBuilder.CreateIndex("ix_documents_facets", "documents", ["body_id", "kind", "article20_item", "topic", "section_id", "state", "updated_on", "published_on", "created_on", "changed_on", "column_key"]);
    }
}
