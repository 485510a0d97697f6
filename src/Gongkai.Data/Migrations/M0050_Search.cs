using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>检索: words that mean the same, and what people did not find.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0050_search")]
internal sealed class M0050_Search : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "search_synonyms",
            table => new
            {
                id = table.Column<Guid>(),
                words = table.Column<string>(),
                is_active = table.Column<bool>(),
                version = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_search_synonyms", synonym => synonym.id));
        migrationBuilder.CreateTable(
            "search_misses",
            table => new
            {
                text = table.Column<string>(),
                count = table.Column<int>(),
                last_at = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("pk_search_misses", missed => missed.text));
        migrationBuilder.CreateIndex("ix_search_misses_last_at", "search_misses", "last_at");
    }
}
