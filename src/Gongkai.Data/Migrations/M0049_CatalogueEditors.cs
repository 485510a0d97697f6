using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>修改目录的人: who wrote at the lines since the last version, because another one publishes them.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0049_catalogue_editors")]
internal sealed class M0049_CatalogueEditors : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("editors", "catalogues", defaultValue: "");
}
