using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;
using Verksam.Kernel.Search;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Reach;

/// <summary>Stored as a number: never renumber.</summary>
internal enum AddressKind
{
    /// <summary>Where the person lives.</summary>
    Home = 0,

    /// <summary>Where letters go instead, or for a time.</summary>
    Other = 1,
}

/// <summary>Where letters on paper go.</summary>
internal sealed class PostalAddress : Entity<PostalAddress>, IAudited, IAboutPerson, ISought
{
    public const int LongestLine = 120, LongestCode = 12;

    private PostalAddress() { }

    public PostalAddress(Id<Person> person, AddressKind kind) => (PersonId, Kind) = (person, kind);

    public Id<Person> PersonId { get; private set; }
    public AddressKind Kind { get; private set; }

    [Personal]
    public string? CareOf { get; private set; }

    [Personal]
    public string? Street { get; private set; }

    /// <summary>Swedish ones as "831 30".</summary>
    [Personal]
    public string? PostalCode { get; private set; }

    [Personal]
    public string? Town { get; private set; }

    /// <summary>Null is Sweden.</summary>
    [Personal]
    public string? Country { get; private set; }

    /// <summary>The day a letter came back.</summary>
    public DateOnly? Returned { get; private set; }

    Guid? IAboutPerson.About => PersonId.Value;
    SoughtKey ISought.Sought => new(Searching.PeopleIndex.Everybody, PersonId.Value);

    public Refusal? Write(string? careOf, string? street, string? postalCode, string? town, string? country)
    {
        (careOf, street, country) = (OneLine.OrNull(careOf), OneLine.OrNull(street), OneLine.OrNull(country));
        (postalCode, town) = (OneLine.OrNull(postalCode), OneLine.OrNull(town));
        if (street is null && postalCode is null && town is null)
            return ReachRefusals.AddressMissing;
        if ((careOf, street, postalCode, town, country) == (CareOf, Street, PostalCode, Town, Country))
            return null;
        (CareOf, Street, PostalCode, Town, Country) = (careOf, street, postalCode, town, country);
        Returned = null; // a new address has not been tried
        return null;
    }

    public void CameBack(DateOnly? on) => Returned = on;
}

internal static class ReachRefusals
{
    public static readonly Refusal KnownAlready = new("Reach.Refused.Known");
    public static readonly Refusal AddressMissing = new("People.Refused.AddressMissing");
    public static readonly Refusal NothingWritten = new("Reach.Refused.Nothing");
    public static readonly Refusal OneAt = new("Reach.Refused.OneAt");
    public static readonly Refusal NotAnAddress = new("Reach.Refused.NotAnAddress");
    public static readonly Refusal NumberHasLetters = new("Reach.Refused.Letters");
    public static readonly Refusal NumberTooShort = new("Reach.Refused.TooShort");
    public static readonly Refusal NumberTooLong = new("Reach.Refused.TooLong");
    public static readonly Refusal NoAreaCode = new("Reach.Refused.AreaCode");
    public static readonly Refusal NotAPostalCode = new("Reach.Refused.PostalCode");
}

internal sealed class PostalAddressTable : IEntityTypeConfiguration<PostalAddress>
{
    public void Configure(EntityTypeBuilder<PostalAddress> builder)
    {
        builder.ToTable("Addresses");
        builder.Property(a => a.CareOf).HasMaxLength(PostalAddress.LongestLine);
        builder.Property(a => a.Street).HasMaxLength(PostalAddress.LongestLine);
        builder.Property(a => a.PostalCode).HasMaxLength(PostalAddress.LongestCode);
        builder.Property(a => a.Town).HasMaxLength(PostalAddress.LongestLine);
        builder.Property(a => a.Country).HasMaxLength(PostalAddress.LongestLine);
        builder.HasIndex(a => new { a.PersonId, a.Kind }).IsUnique();
        builder.HasIndex(a => a.PostalCode);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
