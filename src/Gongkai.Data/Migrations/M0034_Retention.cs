using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>保管期限: how long a body keeps a kind of document, and what was decided with the archiving of one.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0034_retention")]
internal sealed class M0034_Retention : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "retention_rules",
            table => new
            {
                body_id = table.Column<Guid>(),
                kind = table.Column<string>(),
                period = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_retention_rules", rule => new { rule.body_id, rule.kind });
                table.ForeignKey("fk_retention_rules_bodies_body_id", rule => rule.body_id, "bodies", "id");
            });
        migrationBuilder.AddColumn<string>("retention", "document_steps", nullable: true);
    }
}
