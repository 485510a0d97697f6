using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>专题: pages that put public documents together, in versions.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0040_topics")]
internal sealed class M0040_Topics : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "topic_pages",
            table => new
            {
                id = table.Column<Guid>(),
                body_id = table.Column<Guid>(),
                key = table.Column<string>(),
                withdrawn_on = table.Column<DateOnly>(nullable: true),
                withdrawn_because = table.Column<string>(nullable: true),
                version = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_topic_pages", topic => topic.id);
                table.ForeignKey("fk_topic_pages_bodies_body_id", topic => topic.body_id, "bodies", "id");
            });
        migrationBuilder.CreateIndex("ix_topic_pages_body_id_key", "topic_pages", ["body_id", "key"], unique: true);
        migrationBuilder.CreateTable(
            "topic_versions",
            table => new
            {
                topic_page_id = table.Column<Guid>(),
                number = table.Column<int>(),
                edited_by_name = table.Column<string>(),
                edited_at = table.Column<DateTime>(),
                editors = table.Column<string>(),
                published_on = table.Column<DateOnly>(nullable: true),
                published_by_name = table.Column<string>(nullable: true),
                title = table.Column<string>(),
                introduction = table.Column<string>(),
                starts_on = table.Column<DateOnly>(nullable: true),
                ends_on = table.Column<DateOnly>(nullable: true),
                is_announced = table.Column<bool>(),
                takes_in_below = table.Column<bool>(),
                parts = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_topic_versions", version => new { version.topic_page_id, version.number });
                table.ForeignKey("fk_topic_versions_topic_pages_topic_page_id", version => version.topic_page_id, "topic_pages", "id", onDelete: ReferentialAction.Cascade);
            });
    }
}
