using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>迁入任务: what was handed in from an old site and waits for somebody to vouch for it.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0043_migration_jobs")]
internal sealed class M0043_MigrationJobs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "migration_jobs",
            table => new
            {
                id = table.Column<Guid>(),
                body_id = table.Column<Guid>(),
                source = table.Column<string>(),
                lines = table.Column<string>(),
                files = table.Column<string>(nullable: true),
                uploaded_by = table.Column<Guid>(),
                uploaded_by_name = table.Column<string>(),
                uploaded_at = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_migration_jobs", job => job.id);
                table.ForeignKey("fk_migration_jobs_bodies_body_id", job => job.body_id, "bodies", "id");
            });
        migrationBuilder.CreateIndex("ix_migration_jobs_body_id", "migration_jobs", "body_id");
    }
}
