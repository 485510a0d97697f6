using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Data.Migrations;

/// <summary>登录: accounts, one-time links, sessions, passkeys, and the site's own keys.</summary>
[DbContext(typeof(GongkaiDb)), Migration("0011_sign_in")]
internal sealed class M0011_SignIn : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "accounts",
            table => new
            {
                id = table.Column<Guid>(),
                officer_id = table.Column<Guid>(),
                login = table.Column<string>(),
                created_at = table.Column<DateTime>(),
                password_hash = table.Column<string>(nullable: true),
                password_set_at = table.Column<DateTime>(nullable: true),
                stamp = table.Column<string>(),
                failed_attempts = table.Column<int>(),
                locked_until = table.Column<DateTime>(nullable: true),
                last_sign_in_at = table.Column<DateTime>(nullable: true),
                authenticator_key = table.Column<string>(nullable: true),
                has_authenticator = table.Column<bool>(),
                last_code_step = table.Column<long>(),
                recovery_codes = table.Column<string>(),
                city_subject = table.Column<string>(nullable: true),
                version = table.Column<long>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_accounts", account => account.id);
                table.ForeignKey("fk_accounts_officers_officer_id", account => account.officer_id, "officers", "id");
            });
        migrationBuilder.CreateIndex("ix_accounts_login", "accounts", "login", unique: true);
        migrationBuilder.CreateIndex("ix_accounts_officer_id", "accounts", "officer_id", unique: true);
        migrationBuilder.CreateIndex("ix_accounts_city_subject", "accounts", "city_subject", unique: true);

        migrationBuilder.CreateTable(
            "one_time_links",
            table => new
            {
                id = table.Column<Guid>(),
                account_id = table.Column<Guid>(),
                digest = table.Column<string>(),
                expires_at = table.Column<DateTime>(),
                used_at = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_one_time_links", link => link.id);
                table.ForeignKey("fk_one_time_links_accounts_account_id", link => link.account_id, "accounts", "id");
            });
        migrationBuilder.CreateIndex("ix_one_time_links_digest", "one_time_links", "digest", unique: true);
        migrationBuilder.CreateIndex("ix_one_time_links_account_id", "one_time_links", "account_id");
        Sessions(migrationBuilder);
    }

    private static void Sessions(MigrationBuilder migration)
    {
        migration.CreateTable(
            "sessions",
            table => new
            {
                id = table.Column<Guid>(),
                account_id = table.Column<Guid>(),
                digest = table.Column<string>(),
                started_at = table.Column<DateTime>(),
                last_seen_at = table.Column<DateTime>(),
                expires_at = table.Column<DateTime>(),
                method = table.Column<string>(),
                address = table.Column<string>(),
                device = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_sessions", session => session.id);
                table.ForeignKey("fk_sessions_accounts_account_id", session => session.account_id, "accounts", "id");
            });
        migration.CreateIndex("ix_sessions_digest", "sessions", "digest", unique: true);
        migration.CreateIndex("ix_sessions_account_id", "sessions", "account_id");

        migration.CreateTable(
            "passkeys",
            table => new
            {
                credential_id = table.Column<string>(),
                account_id = table.Column<Guid>(),
                name = table.Column<string>(),
                created_at = table.Column<DateTime>(),
                data = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("pk_passkeys", passkey => passkey.credential_id);
                table.ForeignKey("fk_passkeys_accounts_account_id", passkey => passkey.account_id, "accounts", "id");
            });
        migration.CreateIndex("ix_passkeys_account_id", "passkeys", "account_id");

        migration.CreateTable(
            "site_keys",
            table => new
            {
                name = table.Column<string>(),
                wrapped = table.Column<string>(),
            },
            constraints: table => table.PrimaryKey("pk_site_keys", key => key.name));
    }
}
