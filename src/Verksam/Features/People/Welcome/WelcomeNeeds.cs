using Verksam.Features.People.Doing;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.People.Welcome;

/// <summary>All who wait, asked for once however many want to know.</summary>
internal sealed class NewToday(WelcomeQueue queue)
{
    private Task<IReadOnlyList<WaitingRow>>? _all;

    public Task<IReadOnlyList<WaitingRow>> All => _all ??= queue.Waiting(null);
}

/// <summary>New members that wait for whoever asks to call; and, for those who write about people there, those that waited too long and those whom nobody has.</summary>
internal sealed class WelcomeNeeds(NewToday queue, CurrentUser me, OurTime time, Texts texts) : INeedsSomebody
{
    private const string List = "/nya-medlemmar";

    public string Kind => "nya";

    public async Task<IReadOnlyList<Need>> Now(int most)
    {
        var waiting = (await queue.All).Where(w => w.HasWay || w.ContactId is null).ToList();
        var own = waiting.Where(w => w.ContactId?.Value == me.PersonId && w.HasWay && !(w.TryAgainOn > time.Today)).ToList();
        var others = waiting.Where(w => w.ContactId?.Value != me.PersonId && me.Can(Permission.EditPeople, w.Path)).ToList();
        var late = others.Where(w => w.IsLateTold && !(w.TryAgainOn > time.Today)).ToList();
        var without = others.Where(w => w.ContactId is null && !w.IsLateTold).ToList();
        return [.. new[] { Own(own), Late(late), Without(without) }.OfType<Need>().Take(most)];
    }

    private Need? Own(List<WaitingRow> rows)
    {
        if (rows.Count == 0)
            return null;
        var (first, due) = (rows.MinBy(r => (r.Due, r.Since))!, rows.Min(r => r.Due));
        var (least, longest) = (Waited(rows.Max(r => r.Since)), Waited(rows.Min(r => r.Since)));
        var why = rows.Count == 1 ? texts.Count("Welcome.Need.OneWaited", longest)
            : least == longest ? texts.Count("Welcome.Need.Same", longest, first.Name) : texts["Welcome.Need.Waited", least, longest, rows.MinBy(r => r.Since)!.Name];
        return new($"{Kind}-mina", rows.Count == 1 ? texts["Welcome.Need.One", first.Name] : texts.Count("Welcome.Need.Many", rows.Count), why, StatusOf(due), Takes.Call * rows.Count)
        {
            Due = due,
            Acts = [new(texts["Welcome.Need.Begin"], $"{List}/{first.Id}")],
        };
    }

    private Need? Late(List<WaitingRow> rows)
    {
        var names = rows.Select(r => r.Contact).OfType<string>().Distinct(StringComparer.Ordinal).Take(3).ToList();
        return rows.Count == 0 ? null : new($"{Kind}-sena", texts.Capital(texts.Count("Welcome.Need.Late", rows.Count)),
            names.Count == 0 ? texts["Welcome.Need.LateNobody"] : texts["Welcome.Need.LateWhy", texts.And(names)], "late", Takes.Finding)
        {
            Due = rows.Min(r => r.Due),
            Acts = [new(texts["Welcome.Need.See"], List)],
        };
    }

    private Need? Without(List<WaitingRow> rows) => rows.Count == 0 ? null
        : new($"{Kind}-utan", texts.Capital(texts.Count("Welcome.Need.NoContact", rows.Count)), texts["Welcome.Need.NoContactWhy"], StatusOf(rows.Min(r => r.Due)), Takes.Mending * rows.Count)
        {
            Due = rows.Min(r => r.Due),
            Acts = [new(texts["Welcome.Need.See"], List)],
        };

    private int Waited(DateOnly since) => Math.Max(0, time.Today.DayNumber - since.DayNumber);

    private string StatusOf(DateOnly due) => due <= time.Today ? "late" : due.DayNumber - time.Today.DayNumber <= Nudging.DaysBefore ? "at-risk" : "on-track";
}

/// <summary>The same, as something that one can do.</summary>
internal sealed class NewToCall(NewToday queue, OurTime time, Texts texts) : ICanDo
{
    public async Task<IReadOnlyList<Doable>> For(DoAsk ask)
    {
        var own = (await queue.All).Where(w => w.ContactId == ask.Self.Id && w.HasWay && !(w.TryAgainOn > time.Today)).ToList();
        return own.Count == 0 ? [] : [new Doable(own.Count == 1 ? texts["Welcome.Need.One", own[0].Name] : texts.Count("Welcome.Need.Many", own.Count), "ring", texts["Welcome.Can.Meta"], texts["Welcome.Can.What", own[0].Name])
        {
            Takes = Spare.TenMinutes,
            Suits = Taste.Home | Taste.People,
            Fit = 90, // somebody waits
            Acts = [new(texts["Welcome.Need.Begin"], $"/nya-medlemmar/{own[0].Id}")],
        }];
    }
}

/// <summary>Those whom one has promised to call again today.</summary>
internal sealed class CallsAgain(NewToday queue, CurrentUser me, Texts texts) : IMyDay
{
    public async Task<IReadOnlyList<DayItem>> On(DateOnly day) => [.. (await queue.All).Where(w => w.ContactId?.Value == me.PersonId && w.TryAgainOn == day)
        .Select(w => new DayItem(null, texts["Welcome.Need.Again", w.Name], texts["Welcome.Need.AgainWhy", w.Unit], $"/nya-medlemmar/{w.Id}"))];
}

/// <summary>Whom others call of those who are new.</summary>
internal sealed class OthersCall(NewToday queue, CurrentUser me, OurTime time, Texts texts) : IOthersHave
{
    public async Task<IReadOnlyList<InHand>> Now(int most) => [.. (await queue.All).Where(w => w.Contact is not null && w.ContactId?.Value != me.PersonId).GroupBy(w => (w.ContactId, w.Contact))
        .OrderByDescending(g => g.Count()).Take(most).Select(g => new InHand(g.Key.Contact!, texts.Count("Welcome.Need.Others", g.Count()), "/nya-medlemmar",
            g.Count(w => w.Due < time.Today) is > 0 and var late ? texts.Capital(texts.Count("Welcome.Need.OthersLate", late)) : null))];
}
