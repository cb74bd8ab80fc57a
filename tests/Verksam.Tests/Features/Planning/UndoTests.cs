using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Verksam.Features.Planning.Review;
using Verksam.PlanReading;
using Xunit;

namespace Verksam.Tests.Features.Planning;

/// <summary>Whatever one does, as many undos give back exactly what was, and the words of the plan never change.</summary>
public sealed class UndoTests
{
    private const string Text = """
        Vi ska vara en kör för alla, och vi ska märkas. Kören bildades 1974.

        # Konserter

        Vi ska hålla två konserter i maj; en samt en till. Det blir kul. Styrelsen ska boka kyrkan, trycka program och sätta upp affischer.

        Under året ska vi:
        - köpa noter och pärmar
        - laga flygeln, som är ostämd
        - bjuda in en gästdirigent

        # Resor

        Vi bör åka till Åland. Alla uppmanas att komma.
        """;

    [Fact]
    public void Any_acts_are_taken_back_by_as_many_undos() =>
        Prop.ForAll(Act().ListOf().ToArbitrary(), Holds).Check(Config.QuickThrowOnFailure.WithMaxTest(100).WithEndSize(30));

    [Theory]
    [MemberData(nameof(Every))]
    public void Each_act_is_taken_back(int act)
    {
        var plan = InMemory.Read(Text);
        var before = Snapshot(plan);
        var step = Enumerable.Range(0, 12).Select(at => Do(plan, new(act, at))).First(s => s is not null)!;
        Snapshot(plan).ShouldNotBe(before);

        Undo(plan, step);

        Snapshot(plan).ShouldBe(before);
    }

    public static TheoryData<int> Every() => [.. Enumerable.Range(0, 9)];

    private static void Holds(IList<Pressed> acts)
    {
        var plan = InMemory.Read(Text);
        var (text, blocks) = (plan.Version.Text, plan.Version.BlocksJson);
        var steps = new Stack<(ReviewStep Step, string Before)>();
        foreach (var act in acts)
        {
            var before = Snapshot(plan);
            if (Do(plan, act) is { } step)
                steps.Push((step, before));
            else
                Snapshot(plan).ShouldBe(before, "a refusal changes nothing");
            NothingOverlaps(plan);
        }
        while (steps.TryPop(out var last))
        {
            Undo(plan, last.Step);
            Snapshot(plan).ShouldBe(last.Before);
        }
        (plan.Version.Text, plan.Version.BlocksJson).ShouldBe((text, blocks));
    }

    private static ReviewStep? Do(InMemory plan, Pressed act)
    {
        var press = plan.Press();
        var (at, shown) = (act.At, plan.Shown);
        var current = shown[at % shown.Count];
        var cuts = Cuts.Of(plan.Version.Text, current.RangesIn(plan.Version.Id));
        var sentences = PlanReader.SentencesOf(plan.Version.Document);
        switch (act.What)
        {
            case 0: press.Accept(current, current.Reading); break;
            case 1: press.Accept(current, current.Reading with { Responsible = $"Nummer {at}" }); break;
            case 2: press.Drop(current); break;
            case 3: press.AcceptSure(); break;
            case 4: press.Split(current, cuts.Count == 0 ? at : cuts[at % cuts.Count]); break;
            case 5: press.Join(current, withNext: at % 2 == 0); break;
            case 6: press.Add(sentences[at % sentences.Count]); break;
            case 7: press.StartEarlier(current); break;
            default: press.EndLater(current); break;
        }
        return press.Step;
    }

    private static void Undo(InMemory plan, ReviewStep step)
    {
        var press = plan.Press();
        press.Undo(step);
        press.Removed.Select(c => c.Id.Value).ShouldBe(step.Created);
    }

    private static string Snapshot(InMemory plan) =>
        string.Join('\n', plan.All.OrderBy(c => c.Id.Value).Select(c => JsonSerializer.Serialize(c.Capture(plan.Version.Id))));

    private static void NothingOverlaps(InMemory plan)
    {
        var ranges = plan.Shown.SelectMany(c => c.RangesIn(plan.Version.Id)).OrderBy(r => r.Start).ToList();
        ranges.ShouldAllBe(r => r.Length > 0 && Sentences.InOneBlock(plan.Version.Document, r));
        ranges.Zip(ranges.Skip(1)).ShouldAllBe(p => p.First.End <= p.Second.Start);
    }

    private static Gen<Pressed> Act() =>
        from what in Gen.Choose(0, 8)
        from at in Gen.Choose(0, 20)
        select new Pressed(what, at);

    internal sealed record Pressed(int What, int At);
}
