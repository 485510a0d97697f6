using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>接口令牌, and the day each was last used.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0030_api_tokens")]
internal sealed class M0030_ApiTokens : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "api_tokens",
            table => new
            {
                id = table.Column<Guid>(),
                officer_id = table.Column<Guid>(),
                name = table.Column<string>(),
                digest = table.Column<string>(),
                created_at = table.Column<DateTime>(),
                expires_on = table.Column<DateOnly>(),
                revoked_at = table.Column<DateTime>(nullable: true),
                scopes = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_api_tokens", token => token.id);
                table.ForeignKey("fk_api_tokens_officers_officer_id", token => token.officer_id, "officers", "id");
            });
        migrationBuilder.CreateIndex("ix_api_tokens_digest", "api_tokens", "digest", unique: true);
        migrationBuilder.CreateIndex("ix_api_tokens_officer_id", "api_tokens", "officer_id");

        migrationBuilder.CreateTable(
            "api_token_uses",
            table => new { token_id = table.Column<Guid>(), last_on = table.Column<DateOnly>(nullable: true) },
            constraints: table =>
            {
                table.PrimaryKey("pk_api_token_uses", use => use.token_id);
                table.ForeignKey("fk_api_token_uses_api_tokens_token_id", use => use.token_id, "api_tokens", "id");
            });
    }
}
