using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Verksam.Kernel.Audit;

internal enum AuditKind
{
    Created,
    Changed,
    Removed,
    Read,
}

/// <summary>
/// Who did what to what, when, from what to what and why. Holds ids, never names: erasing a person needs no change here.
/// </summary>
internal sealed class AuditEntry : Entity<AuditEntry>, IAside
{
    private AuditEntry() { }

    public AuditEntry(AuditKind kind, string what, Guid whatId, Actor actor, DateTimeOffset at, string changes)
    {
        Kind = kind;
        What = what;
        WhatId = whatId;
        At = at;
        By = actor.Person;
        Through = actor.Through;
        Why = actor.Why;
        Changes = changes;
    }

    public DateTimeOffset At { get; private set; }
    public AuditKind Kind { get; private set; }
    public string What { get; private set; } = "";
    public Guid WhatId { get; private set; }
    public Guid? By { get; private set; }
    public string Through { get; private set; } = "";
    public string? Why { get; private set; }

    /// <summary>The person whose it is, when what was changed is one's own: an address, a membership.</summary>
    public Guid? About { get; init; }

    /// <summary>JSON: property → [from, to]; a personal property has no values.</summary>
    public string Changes { get; private set; } = "";
}

internal sealed class AuditEntryTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(e => e.What).HasMaxLength(40);
        builder.Property(e => e.Through).HasMaxLength(20);
        builder.Property(e => e.Why).HasMaxLength(500);
        builder.HasIndex(e => new { e.WhatId, e.At });
        builder.HasIndex(e => e.At);
        builder.HasIndex(e => new { e.About, e.At }).HasFilter("\"About\" IS NOT NULL"); // most entries are about nobody
    }
}
