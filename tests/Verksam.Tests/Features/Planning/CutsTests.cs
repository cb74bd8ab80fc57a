using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Verksam.Features.Planning.Review;
using Verksam.PlanReading;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class CutsTests
{
    private static readonly string[] Pieces =
    [
        "Vi ska ", "sjunga", " och ", " samt ", " dels ", " som ", ", ", "; ", ". ", ": ", "  ", " ", "3,5", "t.ex. ", "och", "Åland", "å", "😀", "-", ".", ",", " och och ",
    ];

    [Theory]
    [InlineData("Vi ska sjunga och resa.", new[] { "Vi ska sjunga | och resa." })]
    [InlineData("Vi ska sjunga, resa; vila.", new[] { "Vi ska sjunga, | resa; vila.", "Vi ska sjunga, resa; | vila." })]
    [InlineData("Vi ska märka 3,5 mil stig.", new string[0])]
    [InlineData("Vi ska bygga broar.", new string[0])] // "och" is not a part of words either
    [InlineData("Vi ska pocha ägg och duka.", new[] { "Vi ska pocha ägg | och duka." })]
    public void A_sentence_is_cut_after_a_sign_or_before_a_joining_word(string text, string[] apart)
    {
        IReadOnlyList<TextRange> whole = [new(0, text.Length)];

        Cuts.Of(text, whole).Select(at => Cuts.Apart(text, whole, at)).Select(p => $"{Said(text, p.Before)} | {Said(text, p.After)}").ShouldBe(apart);
    }

    [Fact]
    public void Between_two_ranges_one_can_always_cut()
    {
        const string text = "Vi ska ordna\nläger\nresor";
        IReadOnlyList<TextRange> ranges = [new(0, 12), new(13, 5), new(19, 5)];

        var (before, after) = Cuts.Apart(text, ranges, Cuts.Of(text, ranges)[1]);

        before.ShouldBe([new(0, 12), new(13, 5)]);
        after.ShouldBe([new(19, 5)]);
    }

    [Fact]
    public void Every_cut_gives_two_parts_that_together_hold_all_words_and_goes_through_none() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), CutsWell).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static void CutsWell(string text)
    {
        var whole = Sentences.Trim(text, new TextRange(0, text.Length));
        if (whole.Length == 0)
            return;
        foreach (var ranges in Ways(text, whole))
        {
            foreach (var at in Cuts.Of(text, ranges))
            {
                var (before, after) = Cuts.Apart(text, ranges, at);
                before.Concat(after).ShouldAllBe(r => r.Length > 0);
                before.ShouldNotBeEmpty();
                after.ShouldNotBeEmpty();
                before[^1].End.ShouldBeLessThanOrEqualTo(after[0].Start);
                Letters(Said(text, before) + Said(text, after)).ShouldBe(Letters(Said(text, ranges)));
                (char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at])).ShouldBeFalse($"{text} at {at}");
            }
        }
    }

    // as one passage, and broken off in the middle of its longest gap
    private static IEnumerable<IReadOnlyList<TextRange>> Ways(string text, TextRange whole)
    {
        yield return [whole];
        var gap = text.IndexOf(' ', whole.Start + (whole.Length / 2));
        if (gap < 0 || gap >= whole.End)
            yield break;
        TextRange[] two = [Sentences.Trim(text, new(whole.Start, gap - whole.Start)), Sentences.Trim(text, new(gap, whole.End - gap))];
        if (two.All(r => r.Length > 0))
            yield return two;
    }

    private static string Said(string text, IEnumerable<TextRange> ranges) => string.Join(" … ", ranges.Select(r => r.In(text)));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
