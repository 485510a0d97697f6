using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>个人密钥: one key per person.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0003_subject_keys")]
internal sealed class M0003_SubjectKeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "subject_keys",
            table => new
            {
                id = table.Column<Guid>(),
                wrapped = table.Column<byte[]>(nullable: true),
                master_key = table.Column<string>(),
                created_at = table.Column<DateTime>(),
                erased_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("pk_subject_keys", key => key.id));
        migrationBuilder.CreateIndex("ix_subject_keys_master_key", "subject_keys", "master_key");
    }
}
