using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Living;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class NumberingTests
{
    private const string Choir = "# Konserter\n\nVi ska hålla två konserter. Vi ska spela in en skiva.\n\n# Resor\n\nVi ska åka till Åland.";

    [Fact]
    public void Numbers_are_given_chapter_by_chapter_in_the_order_of_the_text()
    {
        var plan = InMemory.Read(Choir);

        Numbering.Give(plan.Plan, plan.Version, [.. plan.All.AsEnumerable().Reverse()]);

        plan.Shown.Select(c => c.Number).ShouldBe(["1.1", "1.2", "2.1"]);
        plan.Plan.NumbersGiven.ShouldBe("1:2 2:1");
    }

    [Fact]
    public void A_number_that_was_given_stays_and_is_not_given_to_another()
    {
        var plan = InMemory.Read(Choir);
        Numbering.Give(plan.Plan, plan.Version, [plan.Shown[0], plan.Shown[2]]);

        Numbering.Give(plan.Plan, plan.Version, plan.Shown);

        plan.Shown.Select(c => c.Number).ShouldBe(["1.1", "1.2", "2.1"]);
        Numbering.Give(plan.Plan, plan.Version, plan.Shown);
        plan.Plan.NumbersGiven.ShouldBe("1:2 2:1");
    }

    [Fact]
    public void A_number_is_given_once() => Should.Throw<InvalidOperationException>(() =>
    {
        var commitment = InMemory.Read(Choir).All[0];
        commitment.GetNumber(1, 1);
        commitment.GetNumber(1, 2);
    });

    [Fact]
    public void Before_a_meeting_has_adopted_it_a_commitment_has_no_number() => InMemory.Read(Choir).All.ShouldAllBe(c => c.Number == null);

    [Fact]
    public void The_same_number_is_never_given_twice() =>
        Prop.ForAll(Gen.Choose(0, 12).ArrayOf().ToArbitrary(), chapters =>
        {
            var plan = new Plan(Id<Unit>.New(), 2026);
            var given = chapters.Select(chapter => (chapter, plan.NextNumber(chapter))).ToList();
            given.Distinct().Count().ShouldBe(given.Count);
            foreach (var chapter in given.GroupBy(g => g.chapter, g => g.Item2))
                chapter.ShouldBe(Enumerable.Range(1, chapter.Count()));
        }).Check(Config.QuickThrowOnFailure);
}
