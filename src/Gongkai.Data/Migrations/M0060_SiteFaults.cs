using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>网站纠错: what visitors have found wrong, and what was done about it.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0060_site_faults")]
internal sealed class M0060_SiteFaults : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "site_faults",
            table => new
            {
                id = table.Column<Guid>(),
                body_id = table.Column<Guid>(),
                receipt = table.Column<string>(),
                kind = table.Column<string>(),
                page = table.Column<string>(),
                text = table.Column<string>(),
                at = table.Column<DateTime>(),
                answer = table.Column<string>(nullable: true),
                answered_at = table.Column<DateTime>(nullable: true),
                answered_by_name = table.Column<string>(nullable: true),
                version = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_site_faults", fault => fault.id);
                table.ForeignKey("fk_site_faults_bodies_body_id", fault => fault.body_id, "bodies", "id");
            });
        migrationBuilder.CreateIndex("ix_site_faults_receipt", "site_faults", "receipt", unique: true);
        migrationBuilder.CreateIndex("ix_site_faults_body_id_answered_at_at", "site_faults", ["body_id", "answered_at", "at"]);
    }
}
