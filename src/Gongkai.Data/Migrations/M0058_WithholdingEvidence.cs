using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>不公开的举证: what each ground asks for, beside ground and reason.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0058_withholding_evidence")]
internal sealed class M0058_WithholdingEvidence : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("attribute_evidence", "documents", nullable: true);
        migrationBuilder.AddColumn<string>("secrecy_level", "documents", nullable: true);
        migrationBuilder.AddColumn<DateOnly>("secret_until", "documents", nullable: true);
        migrationBuilder.AddColumn<string>("classified_by", "documents", nullable: true);
        migrationBuilder.AddColumn<string>("third_party", "documents", nullable: true);
    }
}
