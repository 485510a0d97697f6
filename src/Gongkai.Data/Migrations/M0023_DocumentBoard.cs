using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>事项列表: a body's documents, newest first, with their state in the index, so that a page of a hundred thousand is found without looking at the rows.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0023_document_board")]
internal sealed class M0023_DocumentBoard : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateIndex("ix_documents_body_id_id_state", "documents", ["body_id", "id", "state"]);
}
