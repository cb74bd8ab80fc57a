using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Seats;

/// <summary>Where a public body belongs. Stored as a number: never renumber.</summary>
internal enum BodyLevel
{
    Municipality = 0,
    Region = 1,
    Parliament = 2,
    European = 3,

    /// <summary>A company or foundation that the public owns.</summary>
    Company = 4,

    Other = 5,
}

/// <summary>A council, a committee, a board outside the organisation, where some of its people sit.</summary>
internal sealed class PublicBody : Entity<PublicBody>, IAudited
{
    public const int LongestName = 120;

    private PublicBody() { }

    public PublicBody(Id<Unit> unit, string name, BodyLevel level)
    {
        UnitId = unit;
        Describe(name, level);
    }

    /// <summary>The unit whose people sit there.</summary>
    public Id<Unit> UnitId { get; private set; }

    public string Name { get; private set; } = "";
    public BodyLevel Level { get; private set; }

    /// <summary>How many of the organisation's sit there, chairs among them; null when nobody has said.</summary>
    public int? MemberSeats { get; private set; }

    public int? SubstituteSeats { get; private set; }

    public Refusal? Describe(string name, BodyLevel level)
    {
        if (OneLine.OrNull(name) is not { Length: <= LongestName } line)
            return SeatRefusals.NameMissing;
        (Name, Level) = (line, level);
        return null;
    }

    /// <summary>The seats that the organisation has there.</summary>
    public void Holds(int? members, int? substitutes) => (MemberSeats, SubstituteSeats) = (members, substitutes);

    /// <summary>How many of the seats of a kind nobody sits in; null when nobody has said how many there are.</summary>
    public int? Vacant(IEnumerable<SeatKind> taken, bool substitutes)
    {
        var sit = taken.Count(k => k == SeatKind.Substitute == substitutes);
        return (substitutes ? SubstituteSeats : MemberSeats) is { } all ? Math.Max(0, all - sit) : null;
    }
}

internal static class SeatRefusals
{
    public static readonly Refusal NameMissing = new("People.Refused.BodyMissing");
    public static readonly Refusal EndsBeforeItBegins = new("People.Refused.SeatEndsFirst");
    public static readonly Refusal BodyInUse = new("Seats.Refused.InUse");
    public static readonly Refusal HasAlready = new("Seats.Refused.HasAlready");
    public static readonly Refusal BodyMissing = new("Seats.Refused.NoBody");
}

internal sealed class PublicBodyTable : IEntityTypeConfiguration<PublicBody>
{
    public void Configure(EntityTypeBuilder<PublicBody> builder)
    {
        builder.Property(b => b.Name).HasMaxLength(PublicBody.LongestName);
        builder.HasIndex(b => b.UnitId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(b => b.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
