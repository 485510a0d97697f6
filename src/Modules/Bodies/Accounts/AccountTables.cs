using Gongkai.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Bodies;

public static class AccountTables
{
    internal const string Secrets = "hashes and keys must not stand in the ledger; whatever is done to an account records its own entry";

    extension(GongkaiDb db)
    {
        public DbSet<Account> Accounts => db.Set<Account>();
        public DbSet<OneTimeLink> OneTimeLinks => db.Set<OneTimeLink>();
        public DbSet<Session> Sessions => db.Set<Session>();
        public DbSet<Passkey> Passkeys => db.Set<Passkey>();
        public DbSet<SiteKey> SiteKeys => db.Set<SiteKey>();
        public DbSet<ApiToken> ApiTokens => db.Set<ApiToken>();
        public DbSet<ApiTokenUse> ApiTokenUses => db.Set<ApiTokenUse>();
    }
}

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts").WithoutEntry(AccountTables.Secrets).HasKey(a => a.Id);
        account.Property(a => a.Officer).HasColumnName("officer_id");
        account.HasIndex(a => a.Officer).IsUnique();
        account.Property(a => a.CreatedAt);
        account.HasIndex(a => a.Login).IsUnique();
        account.HasIndex(a => a.CitySubject).IsUnique();
        account.Property(a => a.Version).IsConcurrencyToken();
        account.Ignore(a => a.RecoveryCodesLeft);
        account.HasOne<Officer>().WithOne().HasForeignKey<Account>(a => a.Officer).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class OneTimeLinkTable : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> link)
    {
        link.ToTable("one_time_links").WithoutEntry(AccountTables.Secrets).HasKey(l => l.Id);
        link.Property(l => l.Account).HasColumnName("account_id");
        link.HasIndex(l => l.Digest).IsUnique();
        link.HasOne<Account>().WithMany().HasForeignKey(l => l.Account).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions").WithoutEntry("begin and end of a session are entries; that it was seen is nobody's act").HasKey(s => s.Id);
        session.Property(s => s.Account).HasColumnName("account_id");
        session.HasIndex(s => s.Digest).IsUnique();
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.Account).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class PasskeyTable : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> passkey)
    {
        passkey.ToTable("passkeys").WithoutEntry(AccountTables.Secrets).HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).ValueGeneratedNever();
        passkey.Property(p => p.Account).HasColumnName("account_id");
        passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.Account).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class SiteKeyTable : IEntityTypeConfiguration<SiteKey>
{
    public void Configure(EntityTypeBuilder<SiteKey> key)
    {
        key.ToTable("site_keys").WithoutEntry("keys of the machinery, wrapped").HasKey(k => k.Name);
        key.Property(k => k.Name).ValueGeneratedNever();
    }
}

internal sealed class ApiTokenTable : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.ToTable("api_tokens").HasKey(t => t.Id);
        token.Property(t => t.Officer).HasColumnName("officer_id");
        token.Property(t => t.Name);
        token.Property(t => t.Digest).KeptOutOfLedger();
        token.Property(t => t.CreatedAt);
        token.Property(t => t.ExpiresOn);
        token.Ignore(t => t.Scopes).Property(t => t.ScopeWords).HasColumnName("scopes");
        token.HasIndex(t => t.Digest).IsUnique();
        token.HasOne<Officer>().WithMany().HasForeignKey(t => t.Officer).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class ApiTokenUseTable : IEntityTypeConfiguration<ApiTokenUse>
{
    public void Configure(EntityTypeBuilder<ApiTokenUse> use)
    {
        use.ToTable("api_token_uses").WithoutEntry("what a token does is an entry; that it was seen is nobody's act").HasKey(u => u.Token);
        use.Property(u => u.Token).HasColumnName("token_id").ValueGeneratedNever();
        use.HasOne<ApiToken>().WithOne().HasForeignKey<ApiTokenUse>(u => u.Token).OnDelete(DeleteBehavior.NoAction);
    }
}
