using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Verksam.Features.People.Segments;
using Xunit;

namespace Verksam.Tests.Features.People.Segments;

/// <summary>The question as a line in an address.</summary>
public sealed class SegmentTextTests
{
    private static readonly string[] Pieces = ["1.", "alla", "nagon", "ingen", "(", ")", ";", ":", ",", "!", "~", "~28", "~zz", "?:", "enhet", "alnas", "Åre", " ", "%", "\0", "😀", "2.", "alder:18,30"];

    [Fact]
    public void Any_question_is_read_as_it_was_written() => Prop.ForAll(Groups(2).ToArbitrary(), question =>
        SegmentText.Write(SegmentText.Read(SegmentText.Write(question))) == SegmentText.Write(question)
            && SegmentText.Read(SegmentText.Write(question)).Conditions.SelectMany(c => c.Answers).SequenceEqual(question.Conditions.SelectMany(c => c.Answers)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Any_question_can_stand_in_an_address() => Prop.ForAll(Groups(2).ToArbitrary(), question =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery("?urval=" + SegmentText.InAddress(question))["urval"] == SegmentText.Write(question)
            && SegmentText.InAddress(question).All(c => char.IsAsciiLetterOrDigit(c) || "-._~!()*,;:%".Contains(c, StringComparison.Ordinal)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Any_heap_of_pieces_can_be_read_and_written() => Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), text =>
        SegmentText.Write(SegmentText.Read(SegmentText.Write(SegmentText.Read(text)))) == SegmentText.Write(SegmentText.Read(text)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(40));

    [Theory]
    [InlineData("1.alla(epost;vad(som;helst);telefon)", "vad(som;helst)")]
    [InlineData("1.alla(epost;Ö)", "Ö")]
    [InlineData("2.alla(epost)", "2.alla(epost)")]
    [InlineData("1.alla(epost", "1.alla(epost")]
    [InlineData("hej", "hej")]
    [InlineData("1.alla(alla(alla(alla(alla(alla(epost))))))", "alla(epost)")]
    public void What_is_not_understood_is_said_and_the_rest_is_read(string text, string not)
    {
        var read = SegmentText.Read(text);

        read.Leaves.OfType<Unread>().Select(u => u.Text).ShouldBe([not]);
        SegmentText.Read(SegmentText.Write(read)).Leaves.OfType<Unread>().Select(u => u.Text).ShouldBe([not]);
    }

    [Fact]
    public void Too_many_conditions_are_not_read() =>
        SegmentText.Read($"1.alla({string.Join(';', Enumerable.Repeat("epost", TermGroup.MostConditions + 1))})").Leaves.ShouldHaveSingleItem().ShouldBeOfType<Unread>();

    private static Gen<TermGroup> Groups(int deepest) =>
        from how in Gen.Elements(Enum.GetValues<Join>())
        from terms in Gen.ListOf(deepest == 0 ? Conditions : Gen.OneOf(Conditions, Groups(deepest - 1).Select(g => (Term)g)), 3)
        select new TermGroup(how, [.. terms]);

    private static readonly Gen<Term> Conditions =
        from key in Gen.Elements("enhet", "alder", "falt-text")
        from not in Gen.Elements(true, false)
        from answers in Gen.ListOf(Gen.Elements("a", "Åre (norra)", "1;2", "x,y", "~", "!", "5%", "&=?#+", "\"'", ""), 2)
        select (Term)new Condition(key, not, [.. answers]);
}
