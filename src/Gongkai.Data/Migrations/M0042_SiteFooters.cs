using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>页脚: what the foot of a body's own pages says of it.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0042_site_footers")]
internal sealed class M0042_SiteFooters : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "site_footers",
        table => new
        {
            body_id = table.Column<Guid>(),
            id_code = table.Column<string>(nullable: true),
            icp = table.Column<string>(nullable: true),
            police = table.Column<string>(nullable: true),
            sponsor = table.Column<string>(nullable: true),
            undertaker = table.Column<string>(nullable: true),
            contact = table.Column<string>(nullable: true),
            version = table.Column<long>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("pk_site_footers", footer => footer.body_id);
            table.ForeignKey("fk_site_footers_bodies_body_id", footer => footer.body_id, "bodies", "id");
        });
}
