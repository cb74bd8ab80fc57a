using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Door;
using Verksam.Kernel;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.Gatherings.Door;

/// <summary>A gathering that is on now, with some who have signed up.</summary>
internal static class Doors
{
    /// <summary>In Alnäs, begun half an hour ago, for two hours.</summary>
    public static async Task<Gathering> Open(AppUnderTest app, params (Someone Who, int Companions)[] coming)
    {
        var gathering = new Gathering(Cast.Alnas.Id, "discussion", Cast.Ombudsman.Id, FakeTime.Start);
        gathering.Describe("Fika i Alnäs", "discussion", null, null);
        gathering.IsAskedAbout(null);
        gathering.IsFor(Audience.Everybody, null, null);
        gathering.Take(new Hours(FakeTime.Start.AddMinutes(-30), FakeTime.Start.AddMinutes(90)), new Whereabouts(null, "Biblioteket", null), FakeTime.Start);
        gathering.Publish(FakeTime.Start);
        await app.Write(db =>
        {
            db.Add(gathering);
            db.AddRange(coming.Select(c => Coming(gathering, new SignUp(gathering.Id, c.Who.Id), c.Companions)));
            return Task.CompletedTask;
        });
        return gathering;
    }

    /// <summary>Somebody without an account.</summary>
    public static Task<Id<SignUp>> Guest(this AppUnderTest app, Gathering gathering, string name) => app.Read<Id<SignUp>>(async db =>
    {
        var guest = new Guest(gathering.Id, name, $"{name.ToLowerInvariant()}@mejl.example", "Ja.", FakeTime.Start);
        var own = Coming(gathering, new SignUp(guest), 0);
        db.AddRange(guest, own);
        await db.SaveChangesAsync();
        return own.Id;
    });

    public static string Door(this Gathering gathering) => $"/aktiviteter/{gathering.Id}/dorren";

    public static Task<DoorCount> Count(this AppUnderTest app, Gathering gathering) => app.Read(db => DoorCount.Of(db, gathering));

    public static Task<List<Attendance>> Rows(this AppUnderTest app) => app.Read(db => db.Attendances.AsNoTracking().ToListAsync());

    private static SignUp Coming(Gathering gathering, SignUp own, int companions)
    {
        own.Asks(new Wish(companions));
        own.Comes(FakeTime.Start);
        return own;
    }
}

/// <summary>A phone at the door, asking as its script does.</summary>
internal sealed class DoorPhone(AppUnderTest app, Visitor who, Gathering gathering, string token, Sheet page)
{
    public static async Task<DoorPhone> Of(AppUnderTest app, Someone who, Gathering gathering)
    {
        var visitor = await app.As(who);
        var token = JsonDocument.Parse(await (await visitor.Get("/utan-nat/nyckel")).Content.ReadAsStringAsync()).RootElement.GetProperty("token").GetString()!;
        return new DoorPhone(app, visitor, gathering, token, await visitor.Open(gathering.Door()));
    }

    /// <summary>What the house said last.</summary>
    public JsonElement Answer { get; private set; }

    public string List => page.Html.QuerySelector("[data-door]")!.GetAttribute("data-ticket")!;

    public string Ticket(Someone of) => Ticket(of.Name);

    public string Ticket(string name) => page.Html.QuerySelectorAll("[data-row]").Single(r => r.QuerySelector("b")!.TextContent == name).GetAttribute("data-slip")!;

    public Task<string> Tick(Someone who, bool here = true, Guid? entry = null, DateTimeOffset? at = null, int? people = null) =>
        Act(Ticket(who), entry, at, ("Told.Here", here ? "true" : "false"), ("Told.People", people?.ToString(CultureInfo.InvariantCulture) ?? ""));

    public Task<string> Walk(string? name, string? contact = null, bool consent = false, Guid? entry = null) =>
        Act(List, entry, null, ("Told.Name", name ?? ""), ("Told.Contact", contact ?? ""), ("Told.Consent", consent ? "true" : "false"));

    /// <summary>What became of it, or the status of the answer.</summary>
    public async Task<string> Act(string ticket, Guid? entry, DateTimeOffset? at, params (string Name, string Value)[] more)
    {
        var now = app.Clock.GetUtcNow();
        (string, string)[] fields = [("__RequestVerificationToken", token), ("Told.Entry", (entry ?? Guid.CreateVersion7()).ToString()), ("Told.Ticket", ticket),
            ("At", Ms(at ?? now)), ("Sent", Ms(now)), .. more];
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        var answer = await who.Post($"{gathering.Door()}?handler=Act", form);
        if (answer.StatusCode != HttpStatusCode.OK)
            return answer.StatusCode.ToString();
        Answer = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return Answer.GetProperty("receipt").GetString()!;
    }

    public async Task<JsonElement> State() => JsonDocument.Parse(await (await who.Get($"{gathering.Door()}?handler=State")).Content.ReadAsStringAsync()).RootElement;

    private static string Ms(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
