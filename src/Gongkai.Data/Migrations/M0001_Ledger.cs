using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>台账: the chain of entries, and beside it what changed.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0001_ledger")]
internal sealed class M0001_Ledger : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ledger_entries",
            table => new
            {
                number = table.Column<long>(),
                at = table.Column<DateTime>(),
                actor_id = table.Column<string>(),
                actor_name = table.Column<string>(),
                body_id = table.Column<string>(),
                body_name = table.Column<string>(),
                act = table.Column<string>(),
                kind = table.Column<string>(),
                key = table.Column<string>(),
                details_digest = table.Column<byte[]>(),
                previous = table.Column<byte[]>(),
                hash = table.Column<byte[]>(),
                algorithm = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("pk_ledger_entries", entry => entry.number));
        migrationBuilder.CreateIndex("ix_ledger_entries_kind_key", "ledger_entries", ["kind", "key"]);
        migrationBuilder.CreateIndex("ix_ledger_entries_body_id_at", "ledger_entries", ["body_id", "at"]);
        migrationBuilder.CreateIndex("ix_ledger_entries_at", "ledger_entries", "at");

        migrationBuilder.CreateTable(
            "ledger_details",
            table => new
            {
                number = table.Column<long>(),
                salt = table.Column<byte[]>(),
                body = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_ledger_details", details => details.number);
                table.ForeignKey("fk_ledger_details_ledger_entries_number", details => details.number, "ledger_entries", "number");
            });
        AppendOnly.Protect(migrationBuilder, "ledger_entries", "update", "delete");
        AppendOnly.Protect(migrationBuilder, "ledger_details", "update");
    }
}
