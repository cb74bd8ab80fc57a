using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Stands;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Time;
using Verksam.Tests.Features.Gatherings.Shifts;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.Gatherings.Stands;

/// <summary>A stand where Lena stands on the first shift, and it is the hour when it begins.</summary>
internal static class OutThere
{
    public static async Task<Gathering> Begun(AppUnderTest app, Unit? unit = null)
    {
        var stand = await Shifts.Stands.At(app, unit ?? Cast.Alnas, need: 2, days: 1);
        await app.Ask(async r => await r.Take((await app.Shifts(stand))[0], Cast.MemberOfAlnas.Id, false, false));
        app.Clock.Set(stand.Starts.AddMinutes(30));
        return stand;
    }

    public static Task<TalkingPoint> Topic(this AppUnderTest app, string word, Unit? unit = null, string kind = "", Id<Gathering>? gathering = null, DateOnly? from = null, DateOnly? until = null) => app.Read(async db =>
    {
        var point = new TalkingPoint((unit ?? Cast.Alnas).Id, gathering, await db.TalkingPoints.CountAsync());
        point.Write(word, $"Det här vill vi säga om {word}.", kind);
        point.IsFor(from, until);
        db.Add(point);
        await db.SaveChangesAsync();
        return point;
    });

    public static async Task<Tapped> Tapped(this AppUnderTest app, Gathering stand)
    {
        Tapped? tapped = null;
        await app.Work<Tally>(async t => tapped = await t.Of(stand.Id));
        return tapped!;
    }

    /// <summary>One like it that was held so many days ago at a place of the register, with so many conversations.</summary>
    public static async Task<Gathering> Held(AppUnderTest app, Unit unit, Id<Venue>? venue, int daysAgo, int conversations, int hours = 5, string title = "Marknaden", string? spot = null)
    {
        var starts = FakeTime.Start.AddDays(-daysAgo);
        var held = new Gathering(unit.Id, "stand", Cast.AssociationChair.Id, starts.AddDays(-30));
        held.Describe(title, "stand", null, null);
        held.IsFor(Audience.Members, null, null);
        held.Take(new Hours(starts, starts.AddHours(hours)), new Whereabouts(venue, spot, null), starts.AddDays(-30));
        held.Publish(starts.AddDays(-30));
        held.Tell("Bra.", null, starts.AddDays(1));
        await app.Write(db =>
        {
            db.Add(held);
            foreach (var n in Enumerable.Range(0, conversations))
            {
                var act = new TallyAct(held, Guid.CreateVersion7(starts.AddMinutes(n)), TallySort.Conversation, TimeSpan.Zero, starts.AddMinutes(n));
                act.Counts(1);
                db.Add(act);
            }
            return Task.CompletedTask;
        });
        return held;
    }

    public static Task Evening(this AppUnderTest app, DateOnly day) =>
        app.Work<IEnumerable<IJob>>(jobs => jobs.Single(j => j.Name == EveningRound.JobName).Run(OurTime.At(day, new TimeOnly(20, 0)), CancellationToken.None));
}

/// <summary>A phone at a stand, asking as its script does.</summary>
internal sealed class StandPhone(Visitor who, Gathering stand, string token)
{
    public static async Task<StandPhone> Of(AppUnderTest app, Someone who, Gathering stand)
    {
        var visitor = await app.As(who);
        var answer = await visitor.Get("/utan-nat/nyckel");
        return new StandPhone(visitor, stand, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("token").GetString()!);
    }

    /// <summary>What the house said last.</summary>
    public JsonElement Answer { get; private set; }

    public string? Said => Answer.GetProperty("said").GetString();

    public Task<HttpStatusCode> Tap(TallySort sort, int amount = 1, Guid? nonce = null, Id<TalkingPoint>? topic = null, Guid? undoes = null, long ago = 0) => Post("ute",
        ("Tap.Nonce", (nonce ?? Guid.CreateVersion7()).ToString()), ("Tap.Sort", sort.ToString()), ("Tap.Amount", amount.ToString(CultureInfo.InvariantCulture)),
        ("Tap.Topic", topic?.ToString() ?? ""), ("Tap.Undoes", undoes?.ToString() ?? ""), ("Ago", ago.ToString(CultureInfo.InvariantCulture)));

    public Task<HttpStatusCode> RaiseHand(string name, string contact, Guid? nonce = null, bool consent = true, HandWish wish = HandWish.Hear, long ago = 0) => Post("ute/intresse",
        ("Input.Nonce", (nonce ?? Guid.CreateVersion7()).ToString()), ("Input.Name", name), ("Input.Contact", contact), ("Input.Wish", wish.ToString()),
        ("Input.Consent", consent ? "true" : "false"), ("Ago", ago.ToString(CultureInfo.InvariantCulture)));

    private async Task<HttpStatusCode> Post(string where, params (string Name, string Value)[] fields)
    {
        var answer = await who.Post($"{stand.Url()}/{where}?handler=Entry", new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));
        if (answer.StatusCode == HttpStatusCode.OK)
            Answer = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return answer.StatusCode;
    }
}
