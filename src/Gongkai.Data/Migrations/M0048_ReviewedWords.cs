using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>审查过的话: the reason of a revision is reviewed with its text; a tombstone may be called otherwise than what was withdrawn.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0048_reviewed_words")]
internal sealed class M0048_ReviewedWords : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("change_reason", "document_versions", nullable: true);
        migrationBuilder.AddColumn<string>("public_title", "document_steps", nullable: true);
    }
}
