using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>指南的撰稿人: who wrote at a version of the guide and so does not publish it.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0033_guide_editors")]
internal sealed class M0033_GuideEditors : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("editors", "guide_versions", defaultValue: "");
}
