using System.Buffers.Text;
using System.Linq.Expressions;
using Verksam.Kernel;

namespace Verksam.Features.People.Segments.Conditions;

/// <summary>Can sign in.</summary>
internal sealed class HasAccount() : SegmentFilter("konto", SegmentSubject.Account, "Segments.HasAccount", "Segments.HasAccount.Say")
{
    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var holders = asking.Holders;
        return p => holders.Contains(p.Id);
    }
}

/// <summary>Is in another saved segment, as that one is today.</summary>
internal sealed class InSegment() : SegmentFilter(Word, SegmentSubject.Others, "Segments.InSegment", "Segments.InSegment.Say", UsualBlanks.Thing("Segments.Blank.Segment", v => v.Segments))
{
    public const string Word = "urval";

    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers) => asking.Saved(answers.Id<Segment>(0));

    public static Condition Of(Id<Segment> segment) => new(Word, false, [segment.ToString()]);

    /// <summary>The segments that a question rests on.</summary>
    public static IEnumerable<Id<Segment>> In(TermGroup group) =>
        group.Conditions.Where(c => c.Key == Word && c.Answers.Count > 0 && Guid.TryParse(c.Answers[0], out _)).Select(c => Id<Segment>.Parse(c.Answers[0], null));
}

/// <summary>Is one of those who were ticked in a list. Comes from the list; an address has room for so many.</summary>
internal sealed class HandPicked() : SegmentFilter(Word, SegmentSubject.Others, "Segments.HandPicked", "Segments.HandPicked.Say", new PickedBlank())
{
    public const string Word = "valda";

    public const int Most = 150;

    private const int Letters = 22;

    public override bool IsBroughtIn => true;

    public override Expression<Func<Person, bool>> Who(Asking asking, Answers answers)
    {
        var people = People(answers.Text(0));
        return p => people.Contains(p.Id);
    }

    public static Condition Of(IEnumerable<Id<Person>> people) => new(Word, false, [string.Concat(people.Take(Most).Select(id => Base64Url.EncodeToString(id.Value.ToByteArray())))]);

    private static List<Id<Person>> People(string answer) => [.. answer.Chunk(Letters).Select(c => new Id<Person>(new Guid(Base64Url.DecodeFromChars(c))))];

    /// <summary>The people themselves, twenty-two letters each; one sees how many they are.</summary>
    private sealed record PickedBlank() : Blank("Segments.Blank.Picked")
    {
        public override string First(Wording wording) => "";

        public override bool IsRight(string answer) => answer.Length > 0 && answer.Length <= Letters * Most && answer.Chunk(Letters).All(c => c.Length == Letters && Base64Url.IsValid(c, out var bytes) && bytes == 16);

        public override string Said(string answer, Wording wording) => wording.Texts.Count("Segments.Picked", answer.Length / Letters);
    }
}
