using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>邮件订阅: searches that people follow, and how far each has been told.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0061_alerts")]
internal sealed class M0061_Alerts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "alerts",
            table => new
            {
                id = table.Column<Guid>(),
                email = table.Column<string>(),
                email_mark = table.Column<string>(),
                code = table.Column<string>(),
                code_hash = table.Column<string>(),
                name = table.Column<string>(),
                address = table.Column<string>(),
                question = table.Column<string>(),
                asked_at = table.Column<DateTime>(),
                confirmed_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_alerts", alert => alert.id));
        migrationBuilder.CreateIndex("ix_alerts_code_hash", "alerts", "code_hash", unique: true);
        migrationBuilder.CreateIndex("ix_alerts_email_mark", "alerts", "email_mark");
        migrationBuilder.CreateIndex("ix_alerts_confirmed_at_asked_at", "alerts", ["confirmed_at", "asked_at"]);
        migrationBuilder.CreateTable(
            "alert_rounds",
            table => new { alert_id = table.Column<Guid>(), from_day = table.Column<DateOnly>() },
            constraints: table =>
            {
                table.PrimaryKey("pk_alert_rounds", round => round.alert_id);
                table.ForeignKey("fk_alert_rounds_alerts_alert_id", round => round.alert_id, "alerts", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_alert_rounds_from_day", "alert_rounds", "from_day");
    }
}
