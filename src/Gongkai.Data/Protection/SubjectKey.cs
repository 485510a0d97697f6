using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data;

/// <summary>个人密钥: one person's data key, wrapped by a master key. Without it every field of that person reads 已删除.</summary>
public sealed class SubjectKey(SubjectId id)
{
    public SubjectId Id { get; private init; } = id;

    /// <summary>Nonce, cipher text, tag; null when the person has been erased.</summary>
    public byte[]? Wrapped { get; internal set; }

    /// <summary>Which master key wraps it.</summary>
    public string MasterKey { get; internal set; } = "";
    public DateTimeOffset CreatedAt { get; internal init; }
    public DateTimeOffset? ErasedAt { get; internal set; }
}

internal sealed class SubjectKeyTable : IEntityTypeConfiguration<SubjectKey>
{
    public void Configure(EntityTypeBuilder<SubjectKey> key)
    {
        key.ToTable("subject_keys").HasKey(k => k.Id);
        key.Property(k => k.Wrapped).KeptOutOfLedger();
        key.HasIndex(k => k.MasterKey);
    }
}
