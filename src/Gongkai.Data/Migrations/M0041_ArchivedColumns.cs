using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>归档栏目: since when a column is closed.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0041_archived_columns")]
internal sealed class M0041_ArchivedColumns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<DateOnly>("archived_on", "catalogue_columns", nullable: true);
}
