using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>指南与目录: guides and catalogues with their versions, lines, the columns a body has changed, and by what a column's documents are counted.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0026_catalogue")]
internal sealed class M0026_Catalogue : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Guides(migrationBuilder);
        Catalogues(migrationBuilder);
        Lines(migrationBuilder);
        Columns(migrationBuilder);

        Facets(migrationBuilder);
    }

    /// <summary>What columns ask of a document stands in its row, so that a body's documents are counted without opening one.</summary>
    private static void Facets(MigrationBuilder migration)
    {
        migration.AddColumn<string>("article20_item", "documents", nullable: true);
        migration.AddColumn<string>("topic", "documents", nullable: true);
        migration.AddColumn<DateOnly>("created_on", "documents", nullable: true);
        migration.AddColumn<DateOnly>("updated_on", "documents", nullable: true);
        foreach (var column in new[] { "article20_item", "topic", "created_on" })
        {
            migration.Sql($"""
                update documents set {column} = (
                    select v.{column} from document_versions v where v.document_id = documents.id
                    and v.number = coalesce(documents.shown_version, (select max(w.number) from document_versions w where w.document_id = documents.id)))
                """);
        }

        migration.Sql("update documents set updated_on = (select max(s.on_day) from document_steps s where s.document_id = documents.id and s.step = 'D09')");
        migration.CreateIndex("ix_documents_facets", "documents", ["body_id", "kind", "article20_item", "topic", "section_id", "state", "updated_on", "published_on", "created_on"]);
    }

    private static void Guides(MigrationBuilder migration)
    {
        migration.CreateTable(
            "guides",
            table => new { body_id = table.Column<Guid>(), version = table.Column<long>() },
            constraints: table =>
            {
                table.PrimaryKey("pk_guides", guide => guide.body_id);
                table.ForeignKey("fk_guides_bodies_body_id", guide => guide.body_id, "bodies", "id");
            });
        migration.CreateTable(
            "guide_versions",
            table => new
            {
                body_id = table.Column<Guid>(),
                number = table.Column<int>(),
                edited_by_name = table.Column<string>(),
                edited_at = table.Column<DateTime>(),
                published_on = table.Column<DateOnly>(nullable: true),
                published_by_name = table.Column<string>(nullable: true),
                classification = table.Column<string>(nullable: true),
                arrangement = table.Column<string>(nullable: true),
                ways_to_obtain = table.Column<string>(nullable: true),
                office_name = table.Column<string>(nullable: true),
                address = table.Column<string>(nullable: true),
                hours = table.Column<string>(nullable: true),
                phone = table.Column<string>(nullable: true),
                fax = table.Column<string>(nullable: true),
                internet_contact = table.Column<string>(nullable: true),
                post_code = table.Column<string>(nullable: true),
                request_channels = table.Column<string>(nullable: true),
                supervision = table.Column<string>(nullable: true),
                effective_on = table.Column<DateOnly>(nullable: true),
                review_by = table.Column<DateOnly>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_guide_versions", version => new { version.body_id, version.number });
                table.ForeignKey("fk_guide_versions_guides_body_id", version => version.body_id, "guides", "body_id", onDelete: ReferentialAction.Cascade);
            });
    }

    private static void Catalogues(MigrationBuilder migration)
    {
        migration.CreateTable(
            "catalogues",
            table => new { body_id = table.Column<Guid>(), review_by = table.Column<DateOnly>(nullable: true), version = table.Column<long>() },
            constraints: table =>
            {
                table.PrimaryKey("pk_catalogues", catalogue => catalogue.body_id);
                table.ForeignKey("fk_catalogues_bodies_body_id", catalogue => catalogue.body_id, "bodies", "id");
            });
        migration.CreateTable(
            "catalogue_versions",
            table => new
            {
                body_id = table.Column<Guid>(),
                number = table.Column<int>(),
                published_on = table.Column<DateOnly>(),
                published_by_name = table.Column<string>(),
                lines = table.Column<int>(),
                sheet = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_catalogue_versions", version => new { version.body_id, version.number });
                table.ForeignKey("fk_catalogue_versions_catalogues_body_id", version => version.body_id, "catalogues", "body_id", onDelete: ReferentialAction.Cascade);
            });
    }

    private static void Lines(MigrationBuilder migration)
    {
        migration.CreateTable(
            "catalogue_lines",
            table => new
            {
                id = table.Column<Guid>(),
                body_id = table.Column<Guid>(),
                number = table.Column<int>(),
                retired_on = table.Column<DateOnly>(nullable: true),
                version = table.Column<long>(),
                matter = table.Column<string>(),
                content = table.Column<string>(),
                article20_item = table.Column<string>(),
                basis = table.Column<string>(nullable: true),
                limit_days = table.Column<int>(),
                limit_unit = table.Column<string>(),
                section_id = table.Column<Guid>(nullable: true),
                officer_id = table.Column<Guid>(nullable: true),
                manner = table.Column<string>(),
                channels = table.Column<string>(),
                audience = table.Column<string>(),
                column_key = table.Column<string>(),
                rhythm_days = table.Column<int>(nullable: true),
                rhythm_unit = table.Column<string>(nullable: true),
                stage = table.Column<string>(nullable: true),
                kind = table.Column<string>(nullable: true),
                topic = table.Column<string>(nullable: true),
                own_section_only = table.Column<bool>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_catalogue_lines", line => line.id);
                table.ForeignKey("fk_catalogue_lines_bodies_body_id", line => line.body_id, "bodies", "id");
            });
        migration.CreateIndex("ix_catalogue_lines_body_id_number", "catalogue_lines", ["body_id", "number"], unique: true);
    }

    private static void Columns(MigrationBuilder migration) => migration.CreateTable(
        "catalogue_columns",
        table => new
        {
            body_id = table.Column<Guid>(),
            key = table.Column<string>(),
            name = table.Column<string>(),
            parent = table.Column<string>(nullable: true),
            content = table.Column<string>(),
            rank = table.Column<int>(),
            is_shown = table.Column<bool>(),
            updated_as = table.Column<string>(nullable: true),
            rule_items = table.Column<string>(),
            rule_kinds = table.Column<string>(),
            rule_topics = table.Column<string>(),
            version = table.Column<long>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("pk_catalogue_columns", column => new { column.body_id, column.key });
            table.ForeignKey("fk_catalogue_columns_bodies_body_id", column => column.body_id, "bodies", "id");
        });
}
