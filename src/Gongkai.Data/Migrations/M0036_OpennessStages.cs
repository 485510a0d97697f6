using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>五公开: the stage of a document, the decision it follows, and by when a decision is followed by what came of it.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0036_openness_stages")]
internal sealed class M0036_OpennessStages : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["document_versions", "documents"])
        {
            migrationBuilder.AddColumn<string>("stage", table, nullable: true);
            migrationBuilder.AddColumn<Guid>("follows_id", table, nullable: true);
            migrationBuilder.AddColumn<DateOnly>("execution_due", table, nullable: true);
            migrationBuilder.AddColumn<DateOnly>("result_due", table, nullable: true);
        }

        migrationBuilder.CreateIndex("ix_documents_follows_id", "documents", "follows_id");
        migrationBuilder.CreateIndex("ix_documents_body_id_stage", "documents", ["body_id", "stage"]);
    }
}
