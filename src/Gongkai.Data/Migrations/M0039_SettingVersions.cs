using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>设置的版本: chains of review, index rules, retention and words know how often they were set, so that nobody overwrites what he has not seen.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0039_setting_versions")]
internal sealed class M0039_SettingVersions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("version", "retention_rules", defaultValue: 1L);
        migrationBuilder.AddColumn<long>("version", "checked_words", defaultValue: 1L);
        migrationBuilder.AddColumn<long>("edition", "index_rules", defaultValue: 0L);
        migrationBuilder.AddColumn<long>("number", "review_chains", defaultValue: 0L);
        migrationBuilder.Sql("""
            update review_chains set number = (
                select count(*) from review_chains as earlier
                where earlier.body_id = review_chains.body_id and coalesce(earlier.applies_to, '') = coalesce(review_chains.applies_to, '')
                    and (earlier.set_at < review_chains.set_at or (earlier.set_at = review_chains.set_at and earlier.id <= review_chains.id)))
            """);
        migrationBuilder.CreateIndex("ix_review_chains_body_id_applies_to_number", "review_chains", ["body_id", "applies_to", "number"], unique: true);
        migrationBuilder.CreateIndex("ix_review_chains_body_id_number", "review_chains", ["body_id", "number"], unique: true, filter: "applies_to is null");
    }
}
