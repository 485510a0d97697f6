using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>本机关词表: words that one body keeps for itself; what is there already holds for the whole site.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0037_own_words")]
internal sealed class M0037_OwnWords : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("ix_checked_words_wrong", "checked_words");
        migrationBuilder.AddColumn<Guid>("body_id", "checked_words", nullable: true);
        migrationBuilder.CreateIndex("ix_checked_words_body_id_wrong", "checked_words", ["body_id", "wrong"], unique: true);
        migrationBuilder.CreateIndex("ix_checked_words_wrong", "checked_words", "wrong", unique: true, filter: "body_id is null");
    }
}
