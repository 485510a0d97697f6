using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>修改情况: by what a rule was amended, said by its text. Repeals that an old site told without a date lose the day of the import, which nobody ever decided.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0045_amendments")]
internal sealed class M0045_Amendments : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("amendments", "document_versions", nullable: true);

        // Steps are never changed but here: the invented day was the fault of the import.
        migrationBuilder.Sql(migrationBuilder.ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) == true ? "drop trigger document_steps_no_update on document_steps" : "drop trigger document_steps_no_update");
        migrationBuilder.Sql("update document_steps set effective = null where step in ('D13', 'D14') and by_document is null and reason in ('原网站标明已废止，废止日期以原件为准', '原网站标明已失效，失效日期以原件为准')");
        AppendOnly.Protect(migrationBuilder, "document_steps", "update");
    }
}
