using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>批注的办理: what authors replied to remarks, and which are settled; it only grows.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0038_remark_answers")]
internal sealed class M0038_RemarkAnswers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "remark_answers",
            table => new
            {
                review_id = table.Column<Guid>(),
                number = table.Column<int>(),
                comment = table.Column<int>(),
                text = table.Column<string>(nullable: true),
                settles = table.Column<bool>(),
                officer_id = table.Column<Guid>(),
                officer_name = table.Column<string>(),
                at = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_remark_answers", answer => new { answer.review_id, answer.number });
                table.ForeignKey("fk_remark_answers_reviews_review_id", answer => answer.review_id, "reviews", "id", onDelete: ReferentialAction.Cascade);
            });
        AppendOnly.Protect(migrationBuilder, "remark_answers", "update", "delete");
    }
}
