using Verksam.Features.People.Segments.Conditions;

namespace Verksam.Features.People.Segments;

/// <summary>
/// A field where one chooses whom something is for: a saved segment, or everybody in a unit. Made by <see cref="SegmentPeople.Pick"/>, shown by
/// the partial <c>/Features/People/Segments/_SegmentPick.cshtml</c>; what it sends goes to <see cref="SegmentPeople.Of(string?)"/>.
/// </summary>
/// <param name="Field">The name it is sent by.</param>
/// <param name="Label">The words above it, in the reader's language.</param>
/// <param name="Saved">What is saved, and <paramref name="Units"/> everybody in a unit and below.</param>
internal sealed record SegmentPick(string Field, string Label, string? Chosen, IReadOnlyList<Option> Saved, IReadOnlyList<Option> Units)
{
    public string Id => Field.Replace('.', '_');

    public static SegmentPick Of(string field, string label, string? chosen, Vocabulary known) => new(field, label, chosen, known.Segments,
        [.. known.Units.Select(u => new Option(SegmentText.Write(new TermGroup(Join.All, [UnitAndBelow.Of(u.Value)])), u.Text))]);
}
