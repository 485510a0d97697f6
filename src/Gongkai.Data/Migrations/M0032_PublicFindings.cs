using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>复查: with which checks a public document was looked through last, and what was found that no reviewer had seen.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0032_public_findings")]
internal sealed class M0032_PublicFindings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "document_scans",
            table => new
            {
                document_id = table.Column<Guid>(),
                checks = table.Column<string>(),
                shown_version = table.Column<int>(),
                at = table.Column<DateTime>(),
                trouble = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_document_scans", scan => scan.document_id);
                table.ForeignKey("fk_document_scans_documents_document_id", scan => scan.document_id, "documents", "id");
            });
        migrationBuilder.CreateTable(
            "public_findings",
            table => new
            {
                id = table.Column<Guid>(),
                document_id = table.Column<Guid>(),
                body_id = table.Column<Guid>(),
                mark = table.Column<string>(),
                check_id = table.Column<string>(),
                severity = table.Column<string>(),
                place = table.Column<string>(),
                place_offset = table.Column<int>(),
                words = table.Column<string>(),
                advice = table.Column<string>(),
                found_at = table.Column<DateTime>(),
                state = table.Column<string>(),
                reason = table.Column<string>(nullable: true),
                settled_by_id = table.Column<Guid>(nullable: true),
                settled_by_name = table.Column<string>(nullable: true),
                settled_at = table.Column<DateTime>(nullable: true),
                version = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_public_findings", finding => finding.id);
                table.ForeignKey("fk_public_findings_bodies_body_id", finding => finding.body_id, "bodies", "id");
                table.ForeignKey("fk_public_findings_documents_document_id", finding => finding.document_id, "documents", "id");
            });
        migrationBuilder.CreateIndex("ix_public_findings_document_id_mark", "public_findings", ["document_id", "mark"], unique: true);
        migrationBuilder.CreateIndex("ix_public_findings_body_id_state", "public_findings", ["body_id", "state"]);
    }
}
