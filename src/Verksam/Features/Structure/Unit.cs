using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Kernel;
using Verksam.Kernel.Files;
using Verksam.Kernel.Text;

namespace Verksam.Features.Structure;

/// <summary>What sort of part of the organisation a unit is. Stored as a number: never renumber.</summary>
internal enum UnitKind
{
    /// <summary>A national body above districts (förbund).</summary>
    Federation = 0,

    /// <summary>A district above local associations (distrikt).</summary>
    District = 1,

    /// <summary>A local association (förening).</summary>
    Association = 2,

    /// <summary>A loose network (nätverk).</summary>
    Network = 3,
}

/// <summary>A part of the organisation: the district, an association. Units form one tree.</summary>
internal sealed class Unit : Entity<Unit>, IAudited, IVersioned
{
    public const int LongestName = 120;

    public const int LongestMunicipality = 80;

    private Unit() { }

    public static Unit Root(string name, UnitKind kind, string colour)
    {
        var unit = new Unit { Name = Tidy(name), Kind = kind, Colour = colour };
        unit.Path = $"/{unit.Id}/";
        unit.Slug = Slugged(unit.Name);
        return unit;
    }

    public Unit Found(string name, UnitKind kind)
    {
        var unit = new Unit { Name = Tidy(name), Kind = kind, Colour = Colour, ParentId = Id, Municipality = Cut(Tidy(name), LongestMunicipality) };
        unit.Path = $"{Path}{unit.Id}/";
        unit.Slug = Slugged(unit.Name);
        return unit;
    }

    public Id<Unit>? ParentId { get; private set; }

    /// <summary>"/root/…/self/": what lies below starts with it.</summary>
    public string Path { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The name in addresses: a–z, 0–9 and hyphens; unique.</summary>
    public string Slug { get; set; } = "";

    public UnitKind Kind { get; private set; }
    public string? Municipality { get; private set; }
    public string? ContactEmail { get; private set; }
    public string? ContactPhone { get; private set; }

    /// <summary>The accent as #rrggbb; the style sheet clamps it so that text stays readable.</summary>
    public string Colour { get; private set; } = "";

    public Id<StoredFile>? LogoId { get; private set; }
    public int Revision { get; set; }

    public bool IsRoot => ParentId is null;

    /// <summary>What a unit below usually is.</summary>
    public UnitKind KindBelow => Kind == UnitKind.Federation ? UnitKind.District : UnitKind.Association;

    public Refusal? Describe(string name, UnitKind kind, string? municipality, string? email, string? phone)
    {
        if (Tidy(name).Length == 0)
            return StructureRefusals.NameMissing;
        Name = Tidy(name);
        Kind = kind;
        Municipality = OneLine.OrNull(municipality);
        ContactEmail = OneLine.OrNull(email);
        ContactPhone = OneLine.OrNull(phone);
        return null;
    }

    public Refusal? Paint(string colour)
    {
        if (!Colours.IsColour(colour))
            return StructureRefusals.NotAColour;
        Colour = colour.ToLowerInvariant();
        return null;
    }

    public void Wear(Id<StoredFile>? logo) => LogoId = logo;

    /// <summary>"Östra Sjön" → "ostra-sjon".</summary>
    public static string Slugged(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug is [.., not '-'])
                slug.Append('-');
        }
        var whole = slug.ToString().Trim('-');
        return whole.Length == 0 ? "enhet" : char.IsAsciiDigit(whole[0]) ? "e-" + whole : whole;
    }

    private static string Tidy(string name) => Cut(OneLine.Of(name), LongestName);

    private static string Cut(string text, int longest) => text.Length > longest ? text[..longest].TrimEnd() : text;
}

internal static class StructureRefusals
{
    public static readonly Refusal NameMissing = new("Structure.Refused.NameMissing");
    public static readonly Refusal NotAColour = new("Structure.Refused.NotAColour");
    public static readonly Refusal NotAWord = new("Structure.Refused.NotAWord");
    public static readonly Refusal NotALogo = new("Structure.Refused.NotALogo");
    public static readonly Refusal OneStepOnly = new("Structure.Refused.OneStepOnly");
    public static readonly Refusal AlreadyThere = new("Structure.Refused.AlreadyThere");
    public static readonly Refusal GroupAlreadyThere = new("Structure.Refused.GroupAlreadyThere");
    public static readonly Refusal GroupInUse = new("Structure.Refused.GroupInUse");
    public static readonly Refusal LineTooLong = new("Structure.Refused.LineTooLong");
    public static readonly Refusal LineTwice = new("Structure.Refused.LineTwice");
    public static readonly Refusal TooManyUnits = new("Structure.Refused.TooManyUnits");
}

internal sealed class UnitTable : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.Property(u => u.Name).HasMaxLength(Unit.LongestName);
        builder.Property(u => u.Slug).HasMaxLength(Unit.LongestName + 10);
        builder.Property(u => u.Municipality).HasMaxLength(Unit.LongestMunicipality);
        builder.Property(u => u.ContactEmail).HasMaxLength(254);
        builder.Property(u => u.ContactPhone).HasMaxLength(40);
        builder.Property(u => u.Colour).HasMaxLength(7);
        builder.HasIndex(u => u.Slug).IsUnique();
        builder.HasIndex(u => u.Path);
        builder.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(u => u.LogoId).OnDelete(DeleteBehavior.Restrict);
    }
}
