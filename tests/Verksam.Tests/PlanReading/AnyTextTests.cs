using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Verksam.PlanReading;
using Xunit;

namespace Verksam.Tests.PlanReading;

public sealed class AnyTextTests
{
    // pieces that plans are made of, so that strings by chance meet the rules
    private static readonly string[] _pieces =
    [
        "Vi ska ", "styrelsen ", "\n", "\n\n", "- ", "• ", "1. ", "2.1 ", "maj", " 8 mars", ": ", ".", "?", "(?)", "(", ")", "\t", "   ",
            "Mål: ", "Ansvarig: ", "att ", "varje ",
        "månad", "minst ", "10 000", "4–6", "%", "**", "# ", "|", "...... 3", "Innehåll\n", "\f", "\r\n", "Verksamhetsplan 2026\n",
            "som ", "ska ", "en ", "kurs", "verksam-\n", "heten ",
        "senast ", "v. ", "vecka 54", "31 februari ", "0 maj", "99/99", "1/13", "å", "\u0301", "\uD800", "\uDC00", "\u00AD", "\uFFFE",
            "\0", "😀", "före ", "valet ", "av ", ";", ", men ", "från ", "till ",
    ];

    [Fact]
    public void Any_string_can_be_read() => Prop.ForAll<string>(text => Holds(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_heap_of_pieces_can_be_read() =>
        Prop.ForAll(Gen.Elements(_pieces).ListOf().Select(string.Concat).ToArbitrary(),
            Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60));

    [Fact]
    public void Any_paragraphs_can_be_read() =>
        Prop.ForAll(Gen.Elements(_pieces).ListOf().ToArbitrary(), pieces =>
            Sound(PlanReader.ReadParagraphs(pieces.Select((p, i) =>
                new SourceParagraph(p, i % 7 == 0 ? i % 12 : null, i % 5 == 0 ? i : null, i % 3 == 0)))))
            .Check(Config.QuickThrowOnFailure);

    [Fact]
    public void Any_ranges_can_be_pointed_at() =>
        Prop.ForAll(Gen.Elements(_pieces).ListOf().Select(string.Concat).ToArbitrary(), Gen.Choose(-3, 80).ToArbitrary(), (text, at) =>
            PlanReader.Interpret(PlanReader.ReadText(text).Document, [new TextRange(at, 7), new TextRange(at + 9, 3)], 2026) is not null)
            .Check(Config.QuickThrowOnFailure);

    [Fact]
    public void An_accent_behind_a_mark_of_emphasis_joins_its_letter() => Holds("Vi ska hålla **kurs**\u0301 i maj.").ShouldBeTrue();

    [Fact]
    public void Nothing_but_white_space_is_lost_from_a_plain_plan()
    {
        const string text = "Verksamhetsplan 2026\n\nResor\n\nVi ska  åka till Åland.\nDet blir kul!\n";
        Letters(PlanReader.ReadText(text).Document.Text).ShouldBe(Letters(text));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static bool Holds(string text) => Sound(PlanReader.ReadText(text, 2026));

    private static bool Sound(PlanAsRead plan)
    {
        var text = plan.Document.Text;
        text.IsNormalized().ShouldBeTrue();
        plan.Document.Blocks.ShouldAllBe(b => b.Range.Start >= 0 && b.Range.End <= text.Length && !b.Range.In(text).Contains('\n'));
        foreach (var commitment in plan.Commitments)
        {
            commitment.Ranges.ShouldAllBe(r => r.Length > 0 && r.Start >= 0 && r.End <= text.Length);
            commitment.Text.ShouldBe(string.Join(' ', commitment.Ranges.Select(r => r.In(text))));
            commitment.Confidence.ShouldBeInRange(0, 1);
        }
        foreach (var (first, second) in plan.Commitments.Zip(plan.Commitments.Skip(1)))
            first.Ranges[^1].End.ShouldBeLessThanOrEqualTo(second.Ranges[0].Start);
        return true;
    }
}
