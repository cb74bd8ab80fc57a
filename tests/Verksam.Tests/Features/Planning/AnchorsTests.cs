using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Verksam.Features.Planning.Versions;
using Verksam.PlanReading;
using Xunit;

namespace Verksam.Tests.Features.Planning;

/// <summary>A passage is found again when it stands unchanged, and only then.</summary>
public sealed class AnchorsTests
{
    private const string Plan = "Konserter\nVi ska hålla fyra konserter. Vi ska bjuda in en gäst.\nStyrelsen ska boka kyrkan\nResor\nVi ska åka till Åland.";

    [Theory]
    [InlineData("Vi ska hålla fyra konserter.")]
    [InlineData("Styrelsen ska boka kyrkan")]
    [InlineData("Vi ska åka till Åland.")]
    public void In_the_same_text_everything_is_where_it_was(string words) => Found(words, Plan).ShouldBe(words);

    [Fact]
    public void Other_sentences_may_change_around_it() =>
        Found("Vi ska bjuda in en gäst.", Plan.Replace("fyra konserter", "sex konserter i år", StringComparison.Ordinal).Replace("Konserter\n", "Inledning\nKören är stor.\nKonserter\n", StringComparison.Ordinal)).ShouldBe("Vi ska bjuda in en gäst.");

    [Fact]
    public void It_may_be_moved_to_another_chapter() =>
        Found("Styrelsen ska boka kyrkan", "Resor\nVi ska åka till Åland.\nStyrelsen ska boka kyrkan\nKonserter\nVi ska hålla fyra konserter. Vi ska bjuda in en gäst.").ShouldBe("Styrelsen ska boka kyrkan");

    [Theory]
    [InlineData("Vi ska hålla fyra konserter.", "Vi ska hålla fem konserter.")]
    [InlineData("Vi ska hålla fyra konserter.", "Vi ska hålla fyra konserter, om vi hinner.")]
    [InlineData("Vi ska hålla fyra konserter.", "")]
    [InlineData("Styrelsen ska boka kyrkan", "Styrelsen ska boka kyrkan och kapellet")]
    [InlineData("Styrelsen ska boka kyrkan", "Om vi får råd: Styrelsen ska boka kyrkan")]
    [InlineData("Styrelsen ska boka kyrkan", "Årsmötet anser inte att Styrelsen ska boka kyrkan")]
    public void Other_words_in_its_sentence_make_another_of_it(string words, string instead)
    {
        var found = Found(words, Plan.Replace(words, instead, StringComparison.Ordinal));
        if (instead.Contains(": ", StringComparison.Ordinal))
            found.ShouldBe(words); // what follows a colon is a sentence of its own
        else
            found.ShouldBeNull();
    }

    [Fact]
    public void What_was_moved_and_stands_there_twice_is_for_a_person_to_tell() =>
        Found("Styrelsen ska boka kyrkan", "A\nB\nC\nStyrelsen ska boka kyrkan\nD\nStyrelsen ska boka kyrkan", from: "Styrelsen ska boka kyrkan\nA\nB\nC").ShouldBeNull();

    [Fact]
    public void The_parts_of_one_commitment_are_found_together_or_not_at_all()
    {
        var anchors = new Anchors(Plan, Plan.Replace("åka till Åland", "åka till Gotland", StringComparison.Ordinal));
        anchors.Find([Range(Plan, "Styrelsen ska boka kyrkan"), Range(Plan, "Vi ska åka till Åland.")]).ShouldBeNull();
        anchors.Find([Range(Plan, "Konserter"), Range(Plan, "Styrelsen ska boka kyrkan")])!.Count.ShouldBe(2);
    }

    [Fact]
    public void What_two_texts_have_in_common_stands_in_both_and_in_order() => Prop.ForAll(Texts(), Texts(), (was, now) =>
    {
        var end = (Was: 0, Now: 0);
        foreach (var run in TextDiff.Of(was, now))
        {
            was.Substring(run.Was, run.Length).ShouldBe(now.Substring(run.Now, run.Length));
            (run.Was >= end.Was && run.Now >= end.Now && run.Length > 0).ShouldBeTrue();
            end = (run.Was + run.Length, run.Now + run.Length);
        }
        string.Concat(TextDiff.Inline(was, now).Where(w => w.InFirst).Select(w => w.Text)).ShouldBe(was);
        string.Concat(TextDiff.Inline(was, now).Where(w => w.InSecond).Select(w => w.Text)).ShouldBe(now);
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<string> Texts() =>
        Gen.Elements("Vi", "ska", "hålla", "fyra", "konserter", ".", " ", "\n", "möten", ",").ListOf().Select(words => string.Concat(words)).ToArbitrary();

    private static string? Found(string words, string now, string from = Plan) =>
        new Anchors(from, now).Find([Range(from, words)]) is [var range] ? range.In(now) : null;

    private static TextRange Range(string text, string words) => new(text.IndexOf(words, StringComparison.Ordinal), words.Length);
}
