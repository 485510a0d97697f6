using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>事件推送: whom a body tells what has happened to its documents.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0031_webhooks")]
internal sealed class M0031_Webhooks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "webhooks",
            table => new
            {
                id = table.Column<Guid>(),
                body_id = table.Column<Guid>(),
                url = table.Column<string>(),
                events = table.Column<string>(),
                secret = table.Column<string>(),
                created_at = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_webhooks", webhook => webhook.id);
                table.ForeignKey("fk_webhooks_bodies_body_id", webhook => webhook.body_id, "bodies", "id");
            });
        migrationBuilder.CreateIndex("ix_webhooks_body_id", "webhooks", "body_id");
    }
}
