using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>主动公开: documents with their history and versions, index numbers. A step that publishes names its review, and the history only grows.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0021_publishing")]
internal sealed class M0021_Publishing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Documents(migrationBuilder);
        Steps(migrationBuilder);
        Versions(migrationBuilder);
        IndexNumbers(migrationBuilder);
    }

    private static void Documents(MigrationBuilder migration)
    {
        migration.CreateTable(
            "documents",
            table => new
            {
                id = table.Column<Guid>(),
                body_id = table.Column<Guid>(),
                section_id = table.Column<Guid>(nullable: true),
                kind = table.Column<string>(),
                form = table.Column<string>(nullable: true),
                explains_id = table.Column<Guid>(nullable: true),
                attribute = table.Column<string>(),
                attribute_ground = table.Column<string>(nullable: true),
                attribute_basis = table.Column<string>(nullable: true),
                attribute_reason = table.Column<string>(nullable: true),
                index_number = table.Column<string>(nullable: true),
                state = table.Column<string>(),
                shown_version = table.Column<int>(nullable: true),
                published_on = table.Column<DateOnly>(nullable: true),
                scheduled_at = table.Column<DateTime>(nullable: true),
                assess_again_on = table.Column<DateOnly>(nullable: true),
                title = table.Column<string>(),
                version = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_documents", document => document.id);
                table.ForeignKey("fk_documents_bodies_body_id", document => document.body_id, "bodies", "id");
                table.ForeignKey("fk_documents_documents_explains_id", document => document.explains_id, "documents", "id");
            });
        migration.CreateIndex("ix_documents_index_number", "documents", "index_number", unique: true);
        migration.CreateIndex("ix_documents_body_id_state_published_on", "documents", ["body_id", "state", "published_on"]);
        migration.CreateIndex("ix_documents_scheduled_at", "documents", "scheduled_at");
        migration.CreateIndex("ix_documents_assess_again_on", "documents", "assess_again_on");
        migration.CreateIndex("ix_documents_explains_id", "documents", "explains_id");
    }

    private static void Steps(MigrationBuilder migration)
    {
        migration.CreateTable(
            "document_steps",
            table => new
            {
                document_id = table.Column<Guid>(),
                number = table.Column<int>(),
                step = table.Column<string>(),
                at = table.Column<DateTime>(),
                on_day = table.Column<DateOnly>(),
                officer_id = table.Column<Guid>(nullable: true),
                officer_name = table.Column<string>(),
                version = table.Column<int>(nullable: true),
                review_id = table.Column<Guid>(nullable: true),
                digest = table.Column<string>(nullable: true),
                reason = table.Column<string>(nullable: true),
                effective = table.Column<DateOnly>(nullable: true),
                due_at = table.Column<DateTime>(nullable: true),
                by_document = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_document_steps", step => new { step.document_id, step.number });
                table.ForeignKey("fk_document_steps_documents_document_id", step => step.document_id, "documents", "id", onDelete: ReferentialAction.Cascade);
                table.ForeignKey("fk_document_steps_reviews_review_id", step => step.review_id, "reviews", "id");
                table.CheckConstraint("ck_document_steps_reviewed", "step <> 'D09' or (review_id is not null and digest is not null)");
            });
        migration.CreateIndex("ix_document_steps_review_id", "document_steps", "review_id");
        AppendOnly.Protect(migration, "document_steps", "update", "delete");
        migration.CreateTable(
            "document_editors",
            table => new { document_id = table.Column<Guid>(), version = table.Column<int>(), officer_id = table.Column<Guid>() },
            constraints: table =>
            {
                table.PrimaryKey("pk_document_editors", editor => new { editor.document_id, editor.version, editor.officer_id });
                table.ForeignKey("fk_document_editors_documents_document_id", editor => editor.document_id, "documents", "id", onDelete: ReferentialAction.Cascade);
            });
    }

    private static void Versions(MigrationBuilder migration)
    {
        migration.CreateTable(
            "document_versions",
            table => new
            {
                document_id = table.Column<Guid>(),
                number = table.Column<int>(),
                text = table.Column<string>(),
                edited_by_id = table.Column<Guid>(nullable: true),
                edited_by_name = table.Column<string>(),
                edited_at = table.Column<DateTime>(),
                title = table.Column<string>(),
                summary = table.Column<string>(nullable: true),
                document_number = table.Column<string>(nullable: true),
                issuer = table.Column<string>(nullable: true),
                joint_issuers = table.Column<string>(nullable: true),
                created_on = table.Column<DateOnly>(nullable: true),
                effective_on = table.Column<DateOnly>(nullable: true),
                expires_on = table.Column<DateOnly>(nullable: true),
                topic = table.Column<string>(nullable: true),
                genre = table.Column<string>(nullable: true),
                article20_item = table.Column<string>(nullable: true),
                keywords = table.Column<string>(nullable: true),
                html = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_document_versions", version => new { version.document_id, version.number });
                table.ForeignKey("fk_document_versions_documents_document_id", version => version.document_id, "documents", "id", onDelete: ReferentialAction.Cascade);
            });
        migration.CreateTable(
            "attachments",
            table => new
            {
                document_id = table.Column<Guid>(),
                version_number = table.Column<int>(),
                number = table.Column<int>(),
                name = table.Column<string>(),
                original = table.Column<string>(),
                shown = table.Column<string>(),
                length = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_attachments", attachment => new { attachment.document_id, attachment.version_number, attachment.number });
                table.ForeignKey("fk_attachments_document_versions_document_id_version_number", attachment => new { attachment.document_id, attachment.version_number }, "document_versions", ["document_id", "number"], onDelete: ReferentialAction.Cascade);
            });
    }

    private static void IndexNumbers(MigrationBuilder migration)
    {
        migration.CreateTable(
            "index_rules",
            table => new
            {
                body_id = table.Column<Guid>(),
                pattern = table.Column<string>(),
                code = table.Column<string>(),
                version = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_index_rules", rule => rule.body_id);
                table.ForeignKey("fk_index_rules_bodies_body_id", rule => rule.body_id, "bodies", "id");
            });
        migration.CreateTable(
            "index_serials",
            table => new { body_id = table.Column<Guid>(), year = table.Column<int>(), last = table.Column<int>() },
            constraints: table =>
            {
                table.PrimaryKey("pk_index_serials", serial => new { serial.body_id, serial.year });
                table.ForeignKey("fk_index_serials_index_rules_body_id", serial => serial.body_id, "index_rules", "body_id", onDelete: ReferentialAction.Cascade);
            });
    }
}
