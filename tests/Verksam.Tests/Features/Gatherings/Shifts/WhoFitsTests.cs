using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Gatherings;
using Verksam.Features.People.Offers;
using Verksam.Features.People.Reach;
using Verksam.Kernel;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Gatherings.Shifts;

/// <summary>Each thing that speaks for or against asking somebody counts by itself.</summary>
public sealed class WhoFitsTests
{
    /// <summary>As they stand when nothing tells them apart but that the first of the register comes first.</summary>
    private static readonly string[] Otherwise = ["Birgitta Åman", "Yusuf Demir", "Lena Lund"];

    [Theory]
    [InlineData(nameof(Can), "kan det här")]
    [InlineData(nameof(Likes), "gör det gärna")]
    [InlineData(nameof(IsFree), "kan på tisdag förmiddag")]
    [InlineData(nameof(Wants), "hör till Alnäs och vill vara med här")]
    [InlineData(nameof(Town), "bor i Alnäs by")]
    [InlineData(nameof(HasStood), "har stått förut")]
    public async Task What_speaks_for_somebody_puts_them_first(string reason, string said)
    {
        await using var app = await AppUnderTest.Start();
        var stand = await Stands.At(app, Cast.Alnas);
        (await Names(app, stand)).ShouldBe(Otherwise);

        await Speak(app, stand, reason);

        (await Names(app, stand)).ShouldBe(["Lena Lund", "Birgitta Åman", "Yusuf Demir"]);
        (await Page(app, stand)).Html.QuerySelectorAll(".fits .check > span")[0].TextContent.ShouldContain(said, Case.Insensitive);
    }

    [Theory]
    [InlineData(29, "Yusuf Demir", "Lena Lund", "Birgitta Åman")]
    [InlineData(31, "Birgitta Åman", "Yusuf Demir", "Lena Lund")]
    public async Task Who_was_asked_lately_is_left_in_peace_for_thirty_days(int daysAgo, params string[] expected)
    {
        await using var app = await AppUnderTest.Start();
        var (before, stand) = (await Stands.At(app, Cast.Alnas, days: 2, title: "Förra gången"), await Stands.At(app, Cast.Alnas, days: 49));
        await Skilled(app, stand, skill => new PersonSkill(Cast.AssociationChair.Id, skill) { Can = true });
        await Wants(app, Cast.GroupLeader);
        await Wants(app, Cast.MemberOfAlnas);
        await app.Ask(async r => await r.Ask((await app.Shifts(before))[0], [Cast.AssociationChair.Id]));
        (await app.Read(db => db.ShiftPlaces.CountAsync(p => p.AskedAt != null))).ShouldBe(1);

        app.Clock.Advance(TimeSpan.FromDays(daysAgo));

        (await Names(app, stand)).ShouldBe(expected);
    }

    private static Task Speak(AppUnderTest app, Gathering stand, string reason) => reason switch
    {
        nameof(Can) => Can(app, stand),
        nameof(Likes) => Likes(app, stand),
        nameof(IsFree) => IsFree(app),
        nameof(Wants) => Wants(app, Cast.MemberOfAlnas),
        nameof(Town) => Town(app, stand),
        _ => HasStood(app),
    };

    private static Task Can(AppUnderTest app, Gathering stand) => Skilled(app, stand, skill => new PersonSkill(Cast.MemberOfAlnas.Id, skill) { Can = true });

    private static Task Likes(AppUnderTest app, Gathering stand) => Skilled(app, stand, skill => new PersonSkill(Cast.MemberOfAlnas.Id, skill) { Likes = true });

    private static Task Skilled(AppUnderTest app, Gathering stand, Func<Id<Skill>, PersonSkill> of) => app.Write(async db =>
    {
        var talk = new Skill(Cast.District.Id, "Prata på torget", 0);
        (await db.Shifts.SingleAsync(s => s.GatheringId == stand.Id)).Describe("Bokbord och samtal", 1, talk.Id);
        db.AddRange(talk, of(talk.Id));
    });

    private static Task IsFree(AppUnderTest app) => app.Write(db => Task.FromResult(db.Add(new FreeTime(Cast.MemberOfAlnas.Id) { Mask = FreeTime.Bit(DayOfWeek.Tuesday, DayPart.Morning) })));

    private static Task Wants(AppUnderTest app, Someone who) => app.Write(db => Task.FromResult(db.Add(new PersonPlace(who.Id, Cast.Alnas.Id))));

    private static Task Town(AppUnderTest app, Gathering stand) => app.Write(async db =>
    {
        var hall = new Venue(Cast.Alnas.Id);
        hall.Describe("Bygdegården", null, null, "Alnäs by");
        var home = new PostalAddress(Cast.MemberOfAlnas.Id, AddressKind.Home);
        home.Write(null, "Vägen 1", "833 96", "Alnäs by", null);
        db.AddRange(hall, home);
        var at = await db.Gatherings.SingleAsync(g => g.Id == stand.Id);
        at.Take(new(at.Starts, at.Ends), new Whereabouts(hall.Id, null, null), FakeTime.Start);
    });

    private static async Task HasStood(AppUnderTest app)
    {
        var other = await Stands.At(app, Cast.Alnas, days: 3, title: "Ett annat");
        await app.Ask(async r => await r.Take((await app.Shifts(other))[0], Cast.MemberOfAlnas.Id, false, false));
    }

    private static async Task<IReadOnlyList<string>> Names(AppUnderTest app, Gathering stand) =>
        [.. (await Page(app, stand)).Html.QuerySelectorAll(".fits .check > span").Select(e => e.FirstChild!.TextContent.Trim())];

    private static async Task<Sheet> Page(AppUnderTest app, Gathering stand) =>
        await (await app.Anew(Cast.AssociationChair)).Open($"{stand.Url()}/pass/{(await app.Shifts(stand))[0]}");
}
