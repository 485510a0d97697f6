using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>发件箱: what happens after a commit.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0002_outbox")]
internal sealed class M0002_Outbox : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "outbox",
            table => new
            {
                number = table.Column<long>(),
                topic = table.Column<string>(),
                about = table.Column<string>(),
                body = table.Column<string>(),
                created_at = table.Column<DateTime>(),
                state = table.Column<string>(),
                attempts = table.Column<int>(),
                due_at = table.Column<DateTime>(),
                leased_by = table.Column<string>(nullable: true),
                leased_until = table.Column<DateTime>(nullable: true),
                error = table.Column<string>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_outbox", message => message.number));
        migrationBuilder.CreateIndex("ix_outbox_state_due_at", "outbox", ["state", "due_at"]);
        migrationBuilder.CreateIndex("ix_outbox_topic_about_number", "outbox", ["topic", "about", "number"]);
    }
}
