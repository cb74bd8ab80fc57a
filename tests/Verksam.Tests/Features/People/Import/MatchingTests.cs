using Shouldly;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Import.Comparing;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Xunit;

namespace Verksam.Tests.Features.People.Import;

/// <summary>Who is who, without a database.</summary>
public sealed class MatchingTests
{
    private static readonly Id<Unit> Here = Id<Unit>.New();

    private static readonly Known Birgit = new()
    {
        Id = Id<Person>.New(),
        Name = "Birgit Sällvik",
        Unit = Here,
        Number = "101",
        Born = new DateOnly(1950, 3, 9),
        Emails = ["birgit@example.org"],
        Phones = ["070-174 06 11"],
        Home = new Home(null, "Byvägen 4", "845 41", "Lit"),
        Relation = RelationKind.Member,
    };

    private static readonly Known Bo = Birgit with { Id = Id<Person>.New(), Name = "Bo Ek", Number = null, Born = null, Emails = ["bo@example.org"], Phones = [], Home = null };

    [Fact]
    public void The_number_in_the_register_is_the_person_whatever_else_has_changed() =>
        Of(new() { Name = "Birgit Nygift", Number = "101", Emails = ["ny@example.org"] }).Sure.ShouldBe(Birgit);

    [Fact]
    public void The_number_of_somebody_quite_different_is_asked_about() =>
        Of(new() { Name = "Karl Lund", Number = "101", Born = new DateOnly(1990, 1, 1) }).Doubt.ShouldBe(Doubt.OtherNumber);

    [Fact]
    public void The_name_with_an_address_a_phone_a_birthday_or_a_street_is_the_person()
    {
        Of(new() { Name = "sällvik, birgit", Emails = ["BIRGIT@example.org"] }).Sure.ShouldBe(Birgit);
        Of(new() { Name = "Birgit Sällvik", Phones = ["+46 70 174 06 11"] }).Sure.ShouldBe(Birgit);
        Of(new() { Name = "Birgit Sällvik", Born = new DateOnly(1950, 3, 9) }).Sure.ShouldBe(Birgit);
        Of(new() { Name = "Birgit Sällvik", Home = new Home(null, "byvägen 4", "845 41", null) }).Sure.ShouldBe(Birgit);
    }

    [Fact]
    public void A_name_alone_is_asked_about() => Of(new() { Name = "Bo Ek" }).Doubt.ShouldBe(Doubt.SameName);

    [Fact]
    public void The_same_name_born_another_day_is_somebody_else() => Of(new() { Name = "Birgit Sällvik", Born = new DateOnly(1990, 1, 1) }).ShouldBe(Match.Nobody);

    [Fact]
    public void The_same_name_and_address_born_another_day_is_asked_about() =>
        Of(new() { Name = "Birgit Sällvik", Emails = ["birgit@example.org"], Born = new DateOnly(1990, 1, 1) }).Doubt.ShouldBe(Doubt.OtherBirth);

    [Fact]
    public void Nearly_the_same_name_born_the_same_day_is_asked_about()
    {
        Of(new() { Name = "Birgit Sellvik", Born = new DateOnly(1950, 3, 9) }).Doubt.ShouldBe(Doubt.NearlySame);
        Of(new() { Name = "Birgit Maria Sällvik", Born = new DateOnly(1950, 3, 9) }).Doubt.ShouldBe(Doubt.NearlySame);
        Of(new() { Name = "Karl Lund", Born = new DateOnly(1950, 3, 9) }).ShouldBe(Match.Nobody);
    }

    [Fact]
    public void An_address_alone_is_asked_about_unless_they_are_known_to_be_two()
    {
        Of(new() { Name = "Karl Sällvik", Emails = ["birgit@example.org"] }).Doubt.ShouldBe(Doubt.SameEmail);
        Of(new() { Name = "Karl Sällvik", Emails = ["birgit@example.org"], Born = new DateOnly(1948, 1, 1) }).ShouldBe(Match.Nobody);
        Of(new() { Name = "Karl Sällvik", Emails = ["birgit@example.org"], Number = "102" }).ShouldBe(Match.Nobody);
    }

    [Fact]
    public void An_empty_cell_takes_nothing_away() => Comparison.Of(new() { Name = "Birgit Sällvik" }, Birgit, Rules).ShouldBeEmpty();

    [Fact]
    public void One_number_for_one_takes_its_place_and_with_several_all_stay()
    {
        Comparison.Of(new() { Name = "Birgit Sällvik", Phones = ["070-174 06 14"] }, Birgit, Rules).ShouldBe([new Change(ImportField.Phone, "070-174 06 11", "070-174 06 14")]);
        Comparison.Of(new() { Name = "Birgit Sällvik", Phones = ["070-174 06 14", "+46701740611"] }, Birgit, Rules).ShouldBe([new Change(ImportField.Phone, null, "070-174 06 14")]);
    }

    [Fact]
    public void What_is_paid_already_for_longer_is_not_shortened()
    {
        var paid = Birgit with { PaidTo = new DateOnly(2026, 12, 31) };
        Comparison.Of(new() { Name = paid.Name, PaidTo = new DateOnly(2025, 12, 31) }, paid, Rules).ShouldBeEmpty();
        Comparison.Of(new() { Name = paid.Name, PaidTo = new DateOnly(2027, 12, 31) }, paid, Rules).ShouldBe([new Change(ImportField.PaidTo, "2026-12-31", "2027-12-31")]);
    }

    [Fact]
    public void Two_rows_of_one_person_that_differ_are_asked_about_and_two_that_do_not_are_one()
    {
        var file = new WholeFile(new RegisterIndex([Birgit, Bo]), Rules);
        file.Take(Row(1, new() { Name = "Ny Person", Number = "300" })).Outcome.ShouldBe(Outcome.New);
        file.Take(Row(2, new() { Name = "Ny Person", Number = "300" })).Outcome.ShouldBe(Outcome.Unchanged);
        var twice = file.Take(Row(3, new() { Name = "Ny Person", Number = "300", Emails = ["ny@example.org"] }));
        (twice.Outcome, twice.Doubt, twice.OtherLine).ShouldBe((Outcome.Doubtful, Doubt.Twice, 1));
    }

    [Fact]
    public void The_protected_are_never_gone()
    {
        var file = new WholeFile(new RegisterIndex([Birgit, Bo with { IsProtected = true }]), Rules with { IsWhole = true, Gone = GoneRule.Leave });

        file.Gone().Select(g => (g.Known, g.Leaves)).ShouldBe([(Birgit, LeavingReason.Unpaid)]);
    }

    private static Rules Rules => new() { Today = new DateOnly(2026, 6, 1), Unit = Here, Fee = new MembershipRule() };

    private static Match Of(Said said) => Matching.Of(said, new RegisterIndex([Birgit, Bo]));

    private static RowRead Row(int line, Said said) => new(line, said, null, []);
}
