using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Data;

/// <summary>待办消息: something that must happen after a commit, written with it.</summary>
public sealed class OutboxMessage
{
    /// <summary>In the order of commits; a receiver that must not act twice remembers it.</summary>
    public required long Number { get; set; }

    /// <summary>`search.index`: who delivers it.</summary>
    public required string Topic { get; init; }

    /// <summary>What it is about; messages of one topic about one thing are delivered in their order, one after the other.</summary>
    public required string About { get; init; }

    /// <summary>JSON. No personal data: a message names things by id.</summary>
    public required string Body { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public OutboxState State { get; internal set; }
    public int Attempts { get; internal set; }
    public DateTimeOffset DueAt { get; internal set; }

    /// <summary>While a node works on it.</summary>
    public string? LeasedBy { get; internal set; }
    public DateTimeOffset? LeasedUntil { get; internal set; }

    /// <summary>Why the last attempt failed; stays with a dead letter.</summary>
    public string? Error { get; internal set; }
}

/// <summary>投递状态.</summary>
public enum OutboxState
{
    Waiting,
    Delivered,

    /// <summary>Given up; a person decides (<see cref="Outbox.Revive"/>).</summary>
    Dead,
}

internal sealed class OutboxTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        message.ToTable("outbox").WithoutEntry(because: "written with the change it follows from, which has its entry").HasKey(m => m.Number);
        message.Property(m => m.Number).ValueGeneratedNever();
        message.HasIndex(m => new { m.State, m.DueAt });
        message.HasIndex(m => new { m.Topic, m.About, m.Number });
    }
}
