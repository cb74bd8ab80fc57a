using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People.Fields;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.People.CustomFields;

/// <summary>What a unit wants to know of its people besides what the house keeps.</summary>
public sealed class CustomFieldTests
{
    private static string Lena => $"/manniskor/{Cast.MemberOfAlnas.Id}";

    [Fact]
    public async Task A_list_is_made_filled_in_and_read_and_another_name_follows()
    {
        await using var app = await AppUnderTest.Start();
        var birgitta = await app.As(Cast.AssociationChair);
        var made = await (await birgitta.Open("/installningar/falt")).Submit("Lägg till fältet", form =>
            (form["Input.Name"], form["Input.Kind"], form["Input.Options"]) = ("Tröja", nameof(FieldKind.One), "S\nM\n\nL\nm"));
        made.Text.ShouldContain("Fältet Tröja finns nu.");
        var options = await app.Read(db => db.FieldOptions.OrderBy(o => o.Order).ToListAsync());
        options.Select(o => o.Name).ShouldBe(["S", "M", "L"]);
        var field = await app.Read(db => db.CustomFields.SingleAsync());

        var page = await (await birgitta.Open(Lena + "/egna-falt")).Submit("Spara", form => form[$"Values[{field.Id}]"] = options[1].Id.ToString());
        page.Text.ShouldContain("TröjaM");

        await (await birgitta.Open($"/installningar/falt/{field.Id}")).Submit("Spara", form => (form[$"Options[{options[1].Id}]"], form["More"]) = ("Medium", "XL"));
        (await birgitta.Open(Lena)).Text.ShouldContain("TröjaMedium");
    }

    [Fact]
    public async Task No_heading_is_skipped_where_fields_are_chosen()
    {
        await using var app = await AppUnderTest.Start();
        await Make(app, Cast.Alnas, "Tröja", FieldKind.Text);

        var levels = (await (await app.As(Cast.AssociationChair)).Open("/installningar/falt")).Html.QuerySelectorAll("main h1, main h2, main h3").Select(h => h.LocalName[1] - '0').ToList();

        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1);
    }

    [Theory]
    [InlineData(nameof(FieldKind.Number), "tolv", "Skriv ett tal, som 12 eller 12,5.")]
    [InlineData(nameof(FieldKind.Date), "i går", "Skriv en dag, som 2026-03-10.")]
    public async Task What_is_no_number_and_no_day_is_said_and_stays(string kind, string written, string said)
    {
        await using var app = await AppUnderTest.Start();
        var field = await Make(app, Cast.Alnas, "Något", Enum.Parse<FieldKind>(kind));

        var page = await (await (await app.As(Cast.AssociationChair)).Open(Lena + "/egna-falt")).Submit("Spara", form => form[$"Values[{field}]"] = written);

        page.Errors.ShouldBe([said]);
        page.Html.QuerySelector($"#f{field}")!.GetAttribute("value").ShouldBe(written);
        (await app.Read(db => db.FieldValues.AnyAsync())).ShouldBeFalse();
    }

    [Fact]
    public async Task A_number_a_day_and_a_yes_are_kept_as_what_they_are()
    {
        await using var app = await AppUnderTest.Start();
        var (size, since, key) = (await Make(app, Cast.District, "Storlek", FieldKind.Number), await Make(app, Cast.Alnas, "Sedan", FieldKind.Date), await Make(app, Cast.Alnas, "Nyckel", FieldKind.YesNo));

        var page = await (await (await app.As(Cast.AssociationChair)).Open(Lena + "/egna-falt")).Submit("Spara", form =>
            (form[$"Values[{size}]"], form[$"Values[{since}]"], form[$"Values[{key}]"]) = ("12,5", "2026-01-02", "yes"));

        foreach (var said in new[] { "Storlek12,5", "Sedan2 januari", "NyckelJa" })
            page.Text.ShouldContain(said);
        var values = await app.Read(db => db.FieldValues.ToListAsync());
        values.Single(v => v.FieldId == size).Number.ShouldBe(12.5m);
        values.Single(v => v.FieldId == since).Day.ShouldBe(new DateOnly(2026, 1, 2));
        (await app.Read(db => db.Audit.Where(e => e.What == nameof(FieldValue)).Select(e => e.Changes).ToListAsync())).ShouldAllBe(c => !c.Contains("12.5"));
    }

    [Fact]
    public async Task Of_several_each_that_is_ticked_is_a_row()
    {
        await using var app = await AppUnderTest.Start();
        var field = await Make(app, Cast.Alnas, "Körkort", FieldKind.Several, "A", "B", "C");
        var options = await app.Read(db => db.FieldOptions.OrderBy(o => o.Order).Select(o => o.Id).ToListAsync());
        var form = await (await app.As(Cast.AssociationChair)).Open(Lena + "/egna-falt");

        var page = await form.Submit("Spara", f => (f[$"Ticked[{options[0]}]"], f[$"Ticked[{options[2]}]"]) = ("true", "true"));

        page.Text.ShouldContain("KörkortA, C");
        (await app.Read(db => db.FieldValues.CountAsync(v => v.FieldId == field))).ShouldBe(2);
    }

    [Fact]
    public async Task One_that_is_retired_is_not_asked_for_and_what_was_answered_stays()
    {
        await using var app = await AppUnderTest.Start();
        var field = await Make(app, Cast.Alnas, "Sort", FieldKind.Text);
        var birgitta = await app.As(Cast.AssociationChair);
        await (await birgitta.Open(Lena + "/egna-falt")).Submit("Spara", form => form[$"Values[{field}]"] = "Äpple");

        await (await birgitta.Open($"/installningar/falt/{field}")).Submit("Sluta använda fältet");

        (await birgitta.Open(Lena)).Text.ShouldContain("SortÄpple");
        (await birgitta.Open(Lena + "/egna-falt")).Text.ShouldContain("Inga egna fält");
    }

    [Fact]
    public async Task What_an_association_asks_is_of_its_own_people_only()
    {
        await using var app = await AppUnderTest.Start();
        var field = await Make(app, Cast.Stora, "Båt", FieldKind.Text);

        (await (await app.As(Cast.Ombudsman)).Open(Lena + "/egna-falt")).Text.ShouldNotContain("Båt");
        (await (await app.As(Cast.AssociationChair)).Get($"/installningar/falt/{field}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<Id<CustomField>> Make(AppUnderTest app, Unit unit, string name, FieldKind kind, params string[] options)
    {
        var field = new CustomField(unit.Id, name, kind, 0);
        await app.Write(db =>
        {
            db.Add(field);
            db.AddRange(options.Select((o, i) => new FieldOption(field.Id, o, i)));
            return Task.CompletedTask;
        });
        return field.Id;
    }
}
