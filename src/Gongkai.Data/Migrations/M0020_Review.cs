using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>公开审查: chains of review, reviews with their rounds, opinions and records, words that are pointed out.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0020_review")]
internal sealed class M0020_Review : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Chains(migrationBuilder);
        Reviews(migrationBuilder);
        Signatures(migrationBuilder);
        Findings(migrationBuilder);
        migrationBuilder.CreateTable(
            "checked_words",
            table => new
            {
                id = table.Column<Guid>(),
                wrong = table.Column<string>(),
                right = table.Column<string>(),
                kind = table.Column<string>(),
                only_hint = table.Column<bool>(),
                is_active = table.Column<bool>(),
            },
            constraints: table => table.PrimaryKey("pk_checked_words", word => word.id));
        migrationBuilder.CreateIndex("ix_checked_words_wrong", "checked_words", "wrong", unique: true);
    }

    private static void Chains(MigrationBuilder migration)
    {
        migration.CreateTable(
            "review_chains",
            table => new
            {
                id = table.Column<Guid>(),
                body_id = table.Column<Guid>(nullable: true),
                applies_to = table.Column<string>(nullable: true),
                name = table.Column<string>(),
                replaced_at = table.Column<DateTime>(nullable: true),
                set_at = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_review_chains", chain => chain.id);
                table.ForeignKey("fk_review_chains_bodies_body_id", chain => chain.body_id, "bodies", "id");
            });
        migration.CreateIndex("ix_review_chains_body_id", "review_chains", "body_id");
        migration.CreateTable(
            "review_chain_stages",
            table => new
            {
                chain_id = table.Column<Guid>(),
                number = table.Column<int>(),
                name = table.Column<string>(),
                role = table.Column<string>(),
                is_secrecy = table.Column<bool>(),
                gates = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_review_chain_stages", stage => new { stage.chain_id, stage.number });
                table.ForeignKey("fk_review_chain_stages_review_chains_chain_id", stage => stage.chain_id, "review_chains", "id", onDelete: ReferentialAction.Cascade);
            });
    }

    private static void Reviews(MigrationBuilder migration)
    {
        migration.CreateTable(
            "reviews",
            table => new
            {
                id = table.Column<Guid>(),
                subject_kind = table.Column<string>(),
                subject_key = table.Column<string>(),
                body_id = table.Column<Guid>(),
                section_id = table.Column<Guid>(nullable: true),
                chain_name = table.Column<string>(),
                for_publication = table.Column<bool>(),
                cancelled_at = table.Column<DateTime>(nullable: true),
                state = table.Column<string>(),
                waits_for = table.Column<string>(nullable: true),
                version = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_reviews", review => review.id);
                table.ForeignKey("fk_reviews_bodies_body_id", review => review.body_id, "bodies", "id");
            });
        migration.CreateIndex("ix_reviews_subject_kind_subject_key", "reviews", ["subject_kind", "subject_key"]);
        migration.CreateIndex("ix_reviews_body_id_state_waits_for", "reviews", ["body_id", "state", "waits_for"]);
        migration.CreateTable(
            "review_stages",
            table => new
            {
                review_id = table.Column<Guid>(),
                number = table.Column<int>(),
                name = table.Column<string>(),
                role = table.Column<string>(),
                is_secrecy = table.Column<bool>(),
                gates = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_review_stages", stage => new { stage.review_id, stage.number });
                table.ForeignKey("fk_review_stages_reviews_review_id", stage => stage.review_id, "reviews", "id", onDelete: ReferentialAction.Cascade);
            });
        migration.CreateTable(
            "review_rounds",
            table => new
            {
                review_id = table.Column<Guid>(),
                number = table.Column<int>(),
                subject_version = table.Column<int>(),
                digest = table.Column<string>(),
                submitted_by = table.Column<Guid>(),
                submitted_by_name = table.Column<string>(),
                at = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_review_rounds", round => new { round.review_id, round.number });
                table.ForeignKey("fk_review_rounds_reviews_review_id", round => round.review_id, "reviews", "id", onDelete: ReferentialAction.Cascade);
            });
        migration.CreateTable(
            "review_authors",
            table => new { review_id = table.Column<Guid>(), officer_id = table.Column<Guid>() },
            constraints: table =>
            {
                table.PrimaryKey("pk_review_authors", author => new { author.review_id, author.officer_id });
                table.ForeignKey("fk_review_authors_reviews_review_id", author => author.review_id, "reviews", "id", onDelete: ReferentialAction.Cascade);
            });
    }

    private static void Signatures(MigrationBuilder migration)
    {
        migration.CreateTable(
            "review_opinions",
            table => new
            {
                review_id = table.Column<Guid>(),
                number = table.Column<int>(),
                round = table.Column<int>(),
                stage = table.Column<int>(),
                verdict = table.Column<string>(),
                officer_id = table.Column<Guid>(),
                officer_name = table.Column<string>(),
                on_behalf_of_id = table.Column<Guid>(nullable: true),
                on_behalf_of_name = table.Column<string>(nullable: true),
                text = table.Column<string>(nullable: true),
                findings_accepted = table.Column<string>(nullable: true),
                at = table.Column<DateTime>(),
                gates = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_review_opinions", opinion => new { opinion.review_id, opinion.number });
                table.ForeignKey("fk_review_opinions_reviews_review_id", opinion => opinion.review_id, "reviews", "id", onDelete: ReferentialAction.Cascade);
            });
        migration.CreateTable(
            "review_comments",
            table => new
            {
                review_id = table.Column<Guid>(),
                number = table.Column<int>(),
                opinion = table.Column<int>(),
                quote = table.Column<string>(),
                place_offset = table.Column<int>(),
                text = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_review_comments", comment => new { comment.review_id, comment.number });
                table.ForeignKey("fk_review_comments_reviews_review_id", comment => comment.review_id, "reviews", "id", onDelete: ReferentialAction.Cascade);
            });
        migration.CreateTable(
            "secrecy_records",
            table => new
            {
                review_id = table.Column<Guid>(),
                number = table.Column<int>(),
                round = table.Column<int>(),
                conclusion = table.Column<string>(),
                basis = table.Column<string>(),
                referred_to = table.Column<string>(nullable: true),
                officer_id = table.Column<Guid>(),
                officer_name = table.Column<string>(),
                at = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_secrecy_records", record => new { record.review_id, record.number });
                table.ForeignKey("fk_secrecy_records_reviews_review_id", record => record.review_id, "reviews", "id", onDelete: ReferentialAction.Cascade);
            });
        foreach (var table in (string[])["review_rounds", "review_opinions", "review_comments", "secrecy_records"])
            AppendOnly.Protect(migration, table, "update", "delete");
    }

    private static void Findings(MigrationBuilder migration) => migration.CreateTable(
        "review_findings",
        table => new
        {
            review_id = table.Column<Guid>(),
            number = table.Column<int>(),
            round = table.Column<int>(),
            check_id = table.Column<string>(),
            severity = table.Column<string>(),
            place = table.Column<string>(),
            place_offset = table.Column<int>(),
            words = table.Column<string>(),
            advice = table.Column<string>(),
        },
        constraints: table =>
        {
            table.PrimaryKey("pk_review_findings", finding => new { finding.review_id, finding.number });
            table.ForeignKey("fk_review_findings_reviews_review_id", finding => finding.review_id, "reviews", "id", onDelete: ReferentialAction.Cascade);
        });
}
