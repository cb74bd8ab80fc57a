using Shouldly;
using Verksam.Features.Structure;
using Xunit;

namespace Verksam.Tests.Features.Structure;

public sealed class TreeTests
{
    [Fact]
    public void An_indented_line_belongs_to_the_one_above_it() => Outline("Alnäs\n    Byn\n        Gården\n    Ön\nStorå").ShouldBe(
    [
        "Norrsjö (District)", " Alnäs (Association)", "  Byn (Association)", "   Gården (Association)", "  Ön (Association)", " Storå (Association)",
    ]);

    [Fact]
    public void A_tab_is_four_steps_and_marks_of_lists_are_not_names() =>
        Outline("- Alnäs\n\u0009• Byn\n    * Ön\n– Storå").ShouldBe(["Norrsjö (District)", " Alnäs (Association)", "  Byn (Association)", "  Ön (Association)", " Storå (Association)"]);

    [Fact]
    public void A_whole_list_that_is_indented_begins_where_it_begins() =>
        Outline("   Alnäs\n   Storå\n Ekeby").ShouldBe(["Norrsjö (District)", " Alnäs (Association)", " Storå (Association)", " Ekeby (Association)"]);

    [Theory]
    [InlineData("Alnäs\n Storå")]
    [InlineData("Alnäs\n  Storå")]
    [InlineData("Alnäs\n   Storå")]
    [InlineData("   Alnäs\n Storå")]
    public void Fewer_spaces_than_a_step_are_there_by_chance(string lines) =>
        Outline(lines).ShouldBe(["Norrsjö (District)", " Alnäs (Association)", " Storå (Association)"]);

    [Theory]
    [InlineData("Alnäs\n\nalnäs")]
    [InlineData("Alnäs\nStorå\n  ALNÄS ")]
    [InlineData("Alnäs\n    Byn\n- Aln\u0061\u0308s")]
    public void Two_of_one_name_in_one_place_are_refused_with_their_lines(string lines)
    {
        var refusal = Tree.Plant("Norrsjö", UnitKind.District, "#a3123f", lines.Split('\n'), out var units)!;

        (refusal.Code, refusal.Facts[0], refusal.Facts[2]).ShouldBe(("Structure.Refused.LineTwice", 3, 1));
        units.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_name_in_two_places_is_two() =>
        Outline("Norra\n    Centrum\nSödra\n    Centrum", UnitKind.Federation).Count().ShouldBe(5);

    [Fact]
    public void Below_a_federation_come_districts_and_then_associations() =>
        Outline("Norra\n    Alnäs\r\n\r\n   \nSödra", UnitKind.Federation).ShouldBe(["Norrsjö (Federation)", " Norra (District)", "  Alnäs (Association)", " Södra (District)"]);

    [Fact]
    public void Two_of_one_name_get_different_addresses() =>
        Plant("Alnäs\nAlnas\n    ALNÄS\nNorrsjö\nalnas 2").Select(u => u.Slug).ShouldBe(["norrsjo", "alnas", "alnas-2", "alnas-3", "norrsjo-2", "alnas-2-2"]);

    [Theory]
    [InlineData("", "#a3123f", "Structure.Refused.NameMissing")]
    [InlineData("   ", "#a3123f", "Structure.Refused.NameMissing")]
    [InlineData("Norrsjö", "", "Structure.Refused.NotAColour")]
    [InlineData("Norrsjö", "red", "Structure.Refused.NotAColour")]
    [InlineData("Norrsjö", "#a3123", "Structure.Refused.NotAColour")]
    [InlineData("Norrsjö", "#a3123g", "Structure.Refused.NotAColour")]
    [InlineData("Norrsjö", "#a3123f;", "Structure.Refused.NotAColour")]
    public void Nonsense_is_refused_and_nothing_is_planted(string name, string colour, string code)
    {
        Tree.Plant(name, UnitKind.District, colour, ["Alnäs"], out var units)!.Code.ShouldBe(code);
        units.ShouldBeEmpty();
    }

    [Fact]
    public void A_pasted_book_does_not_become_an_organisation() =>
        Tree.Plant("Norrsjö", UnitKind.District, "#a3123f", Enumerable.Range(1, 5_000).Select(i => $"Förening {i}"), out _)!.Code
            .ShouldBe("Structure.Refused.TooManyUnits");

    [Theory]
    [InlineData("Östra Sjön", "ostra-sjon")]
    [InlineData("  S:t  Olof & Åby  ", "s-t-olof-aby")]
    [InlineData("37:an", "e-37-an")]
    [InlineData("日本", "enhet")]
    [InlineData("---", "enhet")]
    [InlineData("} body{display:none", "body-display-none")]
    public void An_address_is_made_of_plain_letters_digits_and_hyphens(string name, string slug) => Unit.Slugged(name).ShouldBe(slug);

    [Fact]
    public void A_long_name_is_cut() => Unit.Root(new string('x', 500), UnitKind.District, "#a3123f").Name.Length.ShouldBe(120);

    [Fact]
    public void The_address_of_a_long_name_fits_its_column() =>
        Unit.Root(new string('x', 500), UnitKind.District, "#a3123f").Slug.Length.ShouldBeLessThanOrEqualTo(Unit.LongestName);

    private static IReadOnlyList<Unit> Plant(string lines, UnitKind kind = UnitKind.District)
    {
        Tree.Plant("Norrsjö", kind, "#a3123f", lines.Split('\n'), out var units).ShouldBeNull();
        return units;
    }

    private static IEnumerable<string> Outline(string lines, UnitKind kind = UnitKind.District) =>
        Plant(lines, kind).Select(u => new string(' ', u.Path.Count(c => c == '/') - 2) + $"{u.Name} ({u.Kind})");
}
