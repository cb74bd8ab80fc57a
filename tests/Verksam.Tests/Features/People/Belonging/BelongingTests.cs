using Shouldly;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.Structure;
using Xunit;

namespace Verksam.Tests.Features.People.Belonging;

/// <summary>One person is one thing at a time, and what was is never written over.</summary>
public sealed class BelongingTests
{
    private static readonly DateOnly Today = new(2026, 6, 14);
    private static readonly Unit District = Unit.Root("Norrsjö", UnitKind.District, "#a3123f");
    private static readonly Unit Alnas = District.Found("Alnäs", UnitKind.Association);
    private static readonly Unit Stora = District.Found("Storå", UnitKind.Association);

    private readonly Person _lena = Person.Welcome("Lena Lund", null, null, Alnas.Id);

    [Fact]
    public void Whoever_becomes_something_else_was_the_other_until_the_day_before()
    {
        var lena = Has(new Relation(_lena.Id, RelationKind.Sympathiser, Alnas.Id, new(2020, 3, 1)));

        lena.Become(RelationKind.Member, Stora.Id, Today, Today, null, out _, out _).ShouldBeNull();

        lena.On(Today.AddDays(-1))!.Kind.ShouldBe(RelationKind.Sympathiser);
        lena.On(Today)!.Kind.ShouldBe(RelationKind.Member);
        lena.History.Count.ShouldBe(2);
        _lena.UnitId.ShouldBe(Stora.Id);
    }

    [Fact]
    public void What_was_said_of_the_same_day_was_a_mistake_and_goes()
    {
        var wrong = new Relation(_lena.Id, RelationKind.Contact, Alnas.Id, Today);
        var lena = Has(wrong);

        lena.Become(RelationKind.Member, Alnas.Id, Today, Today, null, out _, out var gone).ShouldBeNull();

        gone.ShouldBe(wrong);
        lena.History.Single().Kind.ShouldBe(RelationKind.Member);
    }

    [Fact]
    public void Nobody_becomes_anything_on_a_day_that_has_not_been()
    {
        Has().Become(RelationKind.Member, Alnas.Id, Today.AddDays(1), Today, null, out var began, out _).ShouldBe(BelongingRefusals.NotYet);
        began.ShouldBeNull();
    }

    [Fact]
    public void That_somebody_leaves_is_decided_beforehand_and_counts_from_its_day()
    {
        var lena = Has(Member());

        lena.Become(RelationKind.Former, Alnas.Id, Today.AddDays(30), Today, LeavingReason.Moved, out _, out _).ShouldBeNull();

        lena.On(Today)!.Kind.ShouldBe(RelationKind.Member);
        lena.On(Today.AddDays(30))!.Kind.ShouldBe(RelationKind.Former);
        Has(Member()).Become(RelationKind.Former, Stora.Id, Today.AddDays(30), Today, LeavingReason.Moved, out _, out _).ShouldBe(BelongingRefusals.NotYet); // where one belongs does not move beforehand
        lena.TakeBackLast().ShouldNotBeNull();
        lena.On(Today.AddDays(30))!.Kind.ShouldBe(RelationKind.Member);
    }

    [Fact]
    public void Nothing_is_put_before_what_came_last() =>
        Has(new Relation(_lena.Id, RelationKind.Member, Alnas.Id, Today)).Become(RelationKind.Former, Alnas.Id, Today.AddDays(-1), Today, LeavingReason.Moved, out _, out _)
            .ShouldBe(BelongingRefusals.BeforeTheLast);

    [Fact]
    public void Whoever_leaves_has_a_reason_and_nobody_else_has()
    {
        Has(Member()).Become(RelationKind.Former, Alnas.Id, Today, Today, null, out _, out _).ShouldBe(BelongingRefusals.WhyIsMissing);
        Has(Member()).Become(RelationKind.Sympathiser, Alnas.Id, Today, Today, LeavingReason.Other, out _, out _).ShouldBe(BelongingRefusals.WhyIsMissing);
        Has(Member()).Become(RelationKind.Former, Alnas.Id, Today, Today, LeavingReason.Died, out _, out _).ShouldBeNull();
    }

    [Fact]
    public void What_is_so_already_is_not_said_again() =>
        Has(Member()).Become(RelationKind.Member, Alnas.Id, Today, Today, null, out _, out _).ShouldBe(BelongingRefusals.TheSame);

    [Fact]
    public void A_mistake_is_taken_back_and_what_was_before_goes_on()
    {
        var lena = Has(Member());
        lena.Become(RelationKind.Former, Stora.Id, Today, Today, LeavingReason.Moved, out var mistake, out _);

        lena.TakeBackLast().ShouldBe(mistake);

        (lena.On(Today)!.Kind, lena.On(Today)!.To, _lena.UnitId).ShouldBe((RelationKind.Member, null, Alnas.Id));
        lena.TakeBackLast().ShouldBeNull(); // what somebody was from the first is no mistake that can be taken back
    }

    [Fact]
    public void Whoever_is_moved_is_the_same_there_from_today_and_whoever_is_nothing_only_moves()
    {
        var lena = Has(Member());

        lena.MoveTo(Stora.Id, Today, out var began, out var gone).ShouldBeNull();

        (began!.Kind, began.UnitId, began.From, gone).ShouldBe((RelationKind.Member, Stora.Id, Today, null));
        (lena.On(Today.AddDays(-1))!.UnitId, lena.On(Today)!.UnitId, _lena.UnitId).ShouldBe((Alnas.Id, Stora.Id, Stora.Id));
        lena.MoveTo(Stora.Id, Today, out began, out _).ShouldBeNull(); // is there already
        began.ShouldBeNull();
        lena.MoveTo(Alnas.Id, Today, out began, out gone).ShouldBeNull(); // the move of the same day was a mistake
        (gone!.UnitId, began!.UnitId).ShouldBe((Stora.Id, Alnas.Id));
        Has().MoveTo(Stora.Id, Today, out began, out _).ShouldBeNull();
        (began, _lena.UnitId).ShouldBe((null, Stora.Id));
    }

    [Fact]
    public void Whoever_has_left_is_one_who_left_also_where_that_one_is_moved()
    {
        var lena = Has(new Relation(_lena.Id, RelationKind.Former, Alnas.Id, new(2020, 3, 1), LeavingReason.Moved));

        lena.MoveTo(Stora.Id, Today, out var began, out _).ShouldBeNull();

        (began!.Kind, began.Why).ShouldBe((RelationKind.Former, LeavingReason.Moved));
    }

    [Fact]
    public void Nobody_is_moved_who_leaves_on_a_coming_day()
    {
        var lena = Has(Member());
        lena.Become(RelationKind.Former, Alnas.Id, Today.AddDays(30), Today, LeavingReason.Moved, out _, out _);

        lena.MoveTo(Stora.Id, Today, out var began, out _).ShouldBe(BelongingRefusals.LeavesSoon);

        (began, _lena.UnitId).ShouldBe((null, Alnas.Id));
    }

    private BelongingOf Has(params Relation[] relations) => new(_lena, relations);

    private Relation Member() => new(_lena.Id, RelationKind.Member, Alnas.Id, new(2020, 3, 1));
}
