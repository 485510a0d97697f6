using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>机关与人员: bodies with what happened to them, sections, officers with their roles and deputies.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0010_bodies")]
internal sealed class M0010_Bodies : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Bodies(migrationBuilder);
        Officers(migrationBuilder);
    }

    private static void Bodies(MigrationBuilder migration)
    {
        migration.CreateTable(
            "bodies",
            table => new
            {
                id = table.Column<Guid>(),
                key = table.Column<string>(),
                kind = table.Column<string>(),
                level = table.Column<string>(),
                name = table.Column<string>(),
                short_name = table.Column<string>(),
                state = table.Column<string>(),
                region_code = table.Column<string>(nullable: true),
                credit_code = table.Column<string>(nullable: true),
                parent_id = table.Column<Guid>(nullable: true),
                guided_by_id = table.Column<Guid>(nullable: true),
                competent_office_id = table.Column<Guid>(nullable: true),
                successor_id = table.Column<Guid>(nullable: true),
                version = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("pk_bodies", body => body.id));
        migration.CreateIndex("ix_bodies_key", "bodies", "key", unique: true);

        migration.CreateTable(
            "body_events",
            table => new
            {
                body_id = table.Column<Guid>(),
                number = table.Column<int>(),
                what = table.Column<string>(),
                on_day = table.Column<DateOnly>(),
                name = table.Column<string>(nullable: true),
                short_name = table.Column<string>(nullable: true),
                other_body_id = table.Column<Guid>(nullable: true),
                basis = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_body_events", happened => new { happened.body_id, happened.number });
                table.ForeignKey("fk_body_events_bodies_body_id", happened => happened.body_id, "bodies", "id", onDelete: ReferentialAction.Cascade);
            });

        migration.CreateTable(
            "sections",
            table => new
            {
                id = table.Column<Guid>(),
                body_id = table.Column<Guid>(),
                name = table.Column<string>(),
                rank = table.Column<int>(),
                is_disclosure_office = table.Column<bool>(),
                closed_on = table.Column<DateOnly>(nullable: true),
                version = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_sections", section => section.id);
                table.ForeignKey("fk_sections_bodies_body_id", section => section.body_id, "bodies", "id");
            });
        migration.CreateIndex("ix_sections_body_id", "sections", "body_id");
    }

    private static void Officers(MigrationBuilder migration)
    {
        migration.CreateTable(
            "officers",
            table => new
            {
                id = table.Column<Guid>(),
                body_id = table.Column<Guid>(),
                section_id = table.Column<Guid>(nullable: true),
                name = table.Column<string>(),
                title = table.Column<string>(nullable: true),
                phone = table.Column<string>(nullable: true),
                appointed_on = table.Column<DateOnly>(),
                left_on = table.Column<DateOnly>(nullable: true),
                version = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_officers", officer => officer.id);
                table.ForeignKey("fk_officers_bodies_body_id", officer => officer.body_id, "bodies", "id");
                table.ForeignKey("fk_officers_sections_section_id", officer => officer.section_id, "sections", "id");
            });
        migration.CreateIndex("ix_officers_body_id", "officers", "body_id");
        migration.CreateIndex("ix_officers_section_id", "officers", "section_id");

        migration.CreateTable(
            "role_grants",
            table => new
            {
                officer_id = table.Column<Guid>(),
                number = table.Column<int>(),
                role = table.Column<string>(),
                from_day = table.Column<DateOnly>(),
                until_day = table.Column<DateOnly>(nullable: true),
                section_id = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_role_grants", grant => new { grant.officer_id, grant.number });
                table.ForeignKey("fk_role_grants_officers_officer_id", grant => grant.officer_id, "officers", "id", onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex("ix_role_grants_role", "role_grants", "role");

        migration.CreateTable(
            "deputies",
            table => new
            {
                absent_id = table.Column<Guid>(),
                number = table.Column<int>(),
                officer_id = table.Column<Guid>(),
                from_day = table.Column<DateOnly>(),
                until_day = table.Column<DateOnly>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_deputies", deputy => new { deputy.absent_id, deputy.number });
                table.ForeignKey("fk_deputies_officers_absent_id", deputy => deputy.absent_id, "officers", "id", onDelete: ReferentialAction.Cascade);
            });
        migration.CreateIndex("ix_deputies_officer_id", "deputies", "officer_id");
    }
}
