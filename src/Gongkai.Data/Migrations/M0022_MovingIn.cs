using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>迁移与批量导入: what was imported under which foreign key, the evidence of a migration, and rounds that no officer handed in.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0022_moving_in")]
internal sealed class M0022_MovingIn : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "imported_items",
            table => new
            {
                body_id = table.Column<Guid>(),
                external_id = table.Column<string>(),
                document_id = table.Column<Guid>(),
                source = table.Column<string>(),
                digest = table.Column<string>(),
                address = table.Column<string>(nullable: true),
                published_on = table.Column<DateOnly>(nullable: true),
                column_name = table.Column<string>(nullable: true),
                validity = table.Column<string>(nullable: true),
                notes = table.Column<string>(nullable: true),
                imported_at = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_imported_items", item => new { item.body_id, item.external_id });
                table.ForeignKey("fk_imported_items_bodies_body_id", item => item.body_id, "bodies", "id");
                table.ForeignKey("fk_imported_items_documents_document_id", item => item.document_id, "documents", "id");
            });
        migrationBuilder.CreateIndex("ix_imported_items_document_id", "imported_items", "document_id");
        AppendOnly.Protect(migrationBuilder, "imported_items", "update", "delete");

        migrationBuilder.AddColumn<string>("evidence_source", "reviews", nullable: true);
        migrationBuilder.AddColumn<string>("evidence_address", "reviews", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("evidence_on", "reviews", nullable: true);
        MayBeNobody(migrationBuilder);
    }

    /// <summary>SQLite cannot take "not null" from a column: its table is made anew, with what protects it.</summary>
    private static void MayBeNobody(MigrationBuilder migration)
    {
        if (migration.ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) == true)
        {
            migration.Sql("alter table review_rounds alter column submitted_by drop not null");
            return;
        }

        migration.Sql("alter table review_rounds rename to review_rounds_before");
        migration.CreateTable(
            "review_rounds",
            table => new
            {
                review_id = table.Column<Guid>(),
                number = table.Column<int>(),
                subject_version = table.Column<int>(),
                digest = table.Column<string>(),
                submitted_by = table.Column<Guid>(nullable: true),
                submitted_by_name = table.Column<string>(),
                at = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_review_rounds", round => new { round.review_id, round.number });
                table.ForeignKey("fk_review_rounds_reviews_review_id", round => round.review_id, "reviews", "id", onDelete: ReferentialAction.Cascade);
            });
        migration.Sql("insert into review_rounds select review_id, number, subject_version, digest, submitted_by, submitted_by_name, at from review_rounds_before");
        migration.Sql("drop trigger review_rounds_no_update");
        migration.Sql("drop trigger review_rounds_no_delete");
        migration.Sql("drop table review_rounds_before");
        AppendOnly.Protect(migration, "review_rounds", "update", "delete");
    }
}
