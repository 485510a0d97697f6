using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>只增不改: the database itself refuses to change rows of such a table. Whoever owns the machine can take that away; the chain then shows it.</summary>
internal static class AppendOnly
{
    public static void Protect(MigrationBuilder migration, string table, params ReadOnlySpan<string> operations)
    {
        if (migration.ActiveProvider?.Contains("Npgsql", StringComparison.Ordinal) == true)
        {
            migration.Sql("""
                create or replace function refuse_change() returns trigger language plpgsql as $$
                begin raise exception '% of % is refused', tg_op, tg_table_name; end $$
                """);
            foreach (var operation in operations)
                migration.Sql($"create trigger {table}_no_{operation} before {operation} on {table} for each row execute function refuse_change()");
            return;
        }

        foreach (var operation in operations)
            migration.Sql($"create trigger {table}_no_{operation} before {operation} on {table} begin select raise(abort, '{operation} of {table} is refused'); end");
    }
}
