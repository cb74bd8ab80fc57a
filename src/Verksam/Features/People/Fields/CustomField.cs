using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Fields;

/// <summary>What sort of answer a field holds. Stored as a number: never renumber.</summary>
internal enum FieldKind
{
    Text = 0,
    Number = 1,
    Date = 2,
    YesNo = 3,

    /// <summary>One of a list.</summary>
    One = 4,

    /// <summary>Any number of a list.</summary>
    Several = 5,
}

/// <summary>Something a unit wants to know of people there and below, besides what the house keeps.</summary>
internal sealed class CustomField : Entity<CustomField>, IAudited
{
    public const int LongestName = 80;

    private CustomField() { }

    public CustomField(Id<Unit> unit, string name, FieldKind kind, int order)
    {
        (UnitId, Kind, Order) = (unit, kind, order);
        Rename(name);
    }

    public Id<Unit> UnitId { get; private set; }
    public string Name { get; private set; } = "";
    public FieldKind Kind { get; private set; }
    public int Order { get; set; }

    /// <summary>No longer asked for; what was answered stays.</summary>
    public DateOnly? RetiredOn { get; private set; }

    /// <summary>It has a list to choose from.</summary>
    public bool IsList => Kind is FieldKind.One or FieldKind.Several;

    public Refusal? Rename(string name)
    {
        if (OneLine.OrNull(name) is not { Length: <= LongestName } line)
            return FieldRefusals.NameMissing;
        Name = line;
        return null;
    }

    public void Retire(DateOnly? on) => RetiredOn = on;
}

internal static class FieldRefusals
{
    public static readonly Refusal NameMissing = new("People.Refused.FieldMissing");
    public static readonly Refusal NoOptions = new("Fields.Refused.NoOptions");
    public static readonly Refusal TooLong = new("Fields.Refused.TooLong");
    public static readonly Refusal NotANumber = new("Fields.Refused.NotANumber");
    public static readonly Refusal NotADay = new("Fields.Refused.NotADay");
    public static readonly Refusal NotInList = new("Fields.Refused.NotInList");
}

/// <summary>One of the answers in a list.</summary>
internal sealed class FieldOption : Entity<FieldOption>, IAudited
{
    private FieldOption() { }

    public FieldOption(Id<CustomField> field, string name, int order) => (FieldId, Name, Order) = (field, name, order);

    public Id<CustomField> FieldId { get; private set; }
    public string Name { get; set; } = "";
    public int Order { get; set; }

    /// <summary>New ones from lines of text, after those there are; what is there already is not made again.</summary>
    public static IReadOnlyList<FieldOption> Of(CustomField field, string? lines, IReadOnlyList<FieldOption> known) =>
        [.. (lines ?? "").Split('\n').Select(OneLine.OrNull).OfType<string>().Select(l => l.Length > CustomField.LongestName ? l[..CustomField.LongestName] : l)
            .DistinctBy(AppDb.Folded).Where(l => !known.Any(o => AppDb.Folded(o.Name) == AppDb.Folded(l)))
            .Select((name, i) => new FieldOption(field.Id, name, known.Select(o => o.Order).DefaultIfEmpty(-1).Max() + 1 + i))];
}

internal sealed class CustomFieldTable : IEntityTypeConfiguration<CustomField>, IEntityTypeConfiguration<FieldOption>
{
    public void Configure(EntityTypeBuilder<CustomField> builder)
    {
        builder.Property(f => f.Name).HasMaxLength(CustomField.LongestName);
        builder.HasIndex(f => f.UnitId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(f => f.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<FieldOption> builder)
    {
        builder.Property(o => o.Name).HasMaxLength(CustomField.LongestName);
        builder.HasOne<CustomField>().WithMany().HasForeignKey(o => o.FieldId).OnDelete(DeleteBehavior.Cascade);
    }
}
