using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>事项计数: how many documents stand in each state, kept with every save, so that a board of a hundred thousand need not count them; all a board is narrowed by in one index; who wrote at what, found by the person.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0035_document_tallies")]
internal sealed class M0035_DocumentTallies : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "document_tallies",
            table => new
            {
                body_id = table.Column<Guid>(),
                section_id = table.Column<Guid>(),
                kind = table.Column<string>(),
                attribute = table.Column<string>(),
                state = table.Column<string>(),
                documents = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("pk_document_tallies", tally => new { tally.body_id, tally.section_id, tally.kind, tally.attribute, tally.state }));
        var none = ActiveProvider!.Contains("Npgsql", StringComparison.Ordinal) ? $"'{Guid.Empty}'::uuid" : $"'{Guid.Empty}'";
        migrationBuilder.Sql($"""
            insert into document_tallies (body_id, section_id, kind, attribute, state, documents)
            select body_id, coalesce(section_id, {none}), kind, attribute, state, count(*) from documents group by body_id, coalesce(section_id, {none}), kind, attribute, state
            """);
        migrationBuilder.DropIndex("ix_documents_body_id_id_state", "documents");
        migrationBuilder.CreateIndex("ix_documents_board", "documents", ["body_id", "id", "state", "kind", "attribute", "section_id"]);
        migrationBuilder.CreateIndex("ix_document_editors_officer_id_document_id", "document_editors", ["officer_id", "document_id"]);
    }
}
