using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Gatherings.Needs;

/// <summary>What is within a month and has shifts that lack people. For the nearest of one's own it knows who could, and asks the best of them at a press.</summary>
internal sealed class Unstaffed(AppDb db, CurrentUser me, ArrangedByMe mine, Unstaffed.Parts parts) : INeedsSomebody
{
    /// <summary>So many are asked at a press.</summary>
    public const int Asks = 3;

    private const int CannotWait = 2, Soon = 14;

    public string Kind => "pass";

    public bool IsOfCalendar => true;

    public async Task<IReadOnlyList<Need>> Now(int most)
    {
        var found = await Read(most);
        var passages = await mine.Passages(found.Select(f => f.Gathering.Id).ToList());
        var first = found.FirstOrDefault(f => f is { IsOwn: true, Open: not null });
        var fits = first is null ? [] : await parts.Fits.For(first.Gathering, first.Open!, null);
        return [.. found.Select(f => Of(f, f == first ? fits : null) with { Passage = passages.GetValueOrDefault(f.Gathering.Id) })];
    }

    public async Task<NeedDone?> Do(string key)
    {
        if (await Find(key) is not var (gathering, shift))
            return null;
        var best = (await parts.Fits.For(gathering, shift, null)).Take(Asks).Select(f => f.Person.Id).ToList();
        return await parts.Rota.Ask(shift.Id, best) is { } no ? NeedDone.Refused(no) : new(parts.Texts.Capital(parts.Texts.Count("Gatherings.Need.Asked", best.Count)), CanBeTakenBack: true);
    }

    public async Task<NeedDone?> TakeBack(string key) => await Find(key) is not var (_, shift) ? null
        : await parts.Rota.Stop(shift.Id) is { } no ? NeedDone.Refused(no) : new(parts.Texts["Gatherings.Need.AskedNoMore"]);

    public async Task<IReadOnlyDictionary<Id<AuditEntry>, string>> Undoable(IReadOnlyList<AuditEntry> acts)
    {
        var begun = acts.Where(a => a.What == nameof(Shift) && Begins(a)).DistinctBy(a => a.WhatId).ToList();
        if (begun.Count == 0)
            return new Dictionary<Id<AuditEntry>, string>();
        var (ids, late) = (begun.ConvertAll(a => new Id<Shift>(a.WhatId)), db.Clock.GetUtcNow() - ShiftPlace.Pause);
        var editable = db.Gatherings.EditableBy(me, db).Select(g => g.Id);
        var still = await db.Shifts.Where(s => ids.Contains(s.Id) && s.IsAsking && editable.Contains(s.GatheringId)
            && db.ShiftPlaces.Any(p => p.ShiftId == s.Id && (p.State == PlaceState.Listed || (p.State == PlaceState.Asked && p.At > late)))).Select(s => s.Id).ToListAsync();
        return begun.Where(a => still.Contains(new(a.WhatId))).ToDictionary(a => a.Id, a => $"{Kind}-{a.WhatId}");
    }

    private static bool Begins(AuditEntry act) =>
        act.Kind == AuditKind.Changed && JsonSerializer.Deserialize<Dictionary<string, string?[]>>(act.Changes)?.GetValueOrDefault(nameof(Shift.IsAsking)) is [_, "True"];

    private async Task<IReadOnlyList<Found>> Read(int most)
    {
        var (now, near, own) = (db.Clock.GetUtcNow(), db.Clock.GetUtcNow().AddDays(ArrangedByMe.DaysAhead), mine.Own);
        var gatherings = db.Gatherings.AsNoTracking().EditableBy(me, db).Where(g => g.State == GatheringState.Published && g.Ends > now && g.Starts < near
            && db.Shifts.Any(s => s.GatheringId == g.Id && s.Need > db.ShiftPlaces.Count(p => p.ShiftId == s.Id && p.State == PlaceState.Taken)));
        var found = await gatherings.OrderBy(g => g.Starts).ThenBy(g => g.Id).Take(most).Select(g => new { Gathering = g, IsOwn = own.Contains(g.Id) }).ToListAsync();
        var ids = found.ConvertAll(f => f.Gathering.Id);
        var lacking = found.Count == 0 ? [] : await db.Shifts.AsNoTracking()
            .Where(s => ids.Contains(s.GatheringId) && s.Need > db.ShiftPlaces.Count(p => p.ShiftId == s.Id && p.State == PlaceState.Taken)).OrderBy(s => s.After).ThenBy(s => s.Id)
            .Select(s => new Lacking(s, db.ShiftPlaces.Count(p => p.ShiftId == s.Id && p.State == PlaceState.Taken), db.ShiftPlaces.Count(p => p.ShiftId == s.Id && (p.State == PlaceState.Asked || p.State == PlaceState.Listed))))
            .ToListAsync();
        var byGathering = lacking.ToLookup(l => l.Shift.GatheringId);
        return [.. found.Select(f => new Found(f.Gathering, f.IsOwn, [.. byGathering[f.Gathering.Id]], now))];
    }

    private Need Of(Found f, IReadOnlyList<Fitting>? fits)
    {
        var (g, texts, page, day) = (f.Gathering, parts.Texts, $"/aktiviteter/{f.Gathering.Id}", OurTime.DayOf(f.Gathering.Starts));
        var days = day.DayNumber - OurTime.DayOf(f.Now).DayNumber;
        var fill = new NeedAct(texts["Gatherings.Do.Shifts"], page + "/pass");
        return new($"{Kind}-{(f.Open ?? f.Shifts[0].Shift).Id}", texts.Capital(texts.Count("Gatherings.Need.Shifts", f.Missing, g.Title)), Why(f, fits),
            days <= CannotWait || (f.IsNobodyLeft && days <= Soon / 2) ? "late" : days <= Soon ? "at-risk" : "on-track", Takes.Asking)
        {
            Due = day,
            IsWithOthers = !f.IsOwn || f.Open is null,
            Acts = fits is not { Count: > 0 } ? [fill] : [new(texts.Count("Gatherings.Need.AskSome", Math.Min(Asks, fits.Count)), null), new(fits.Count < WhoFits.Most ? texts["Gatherings.Need.AllWhoFit", texts.Number(fits.Count)] : texts["Gatherings.Need.SeeAllWhoFit"], $"{page}/pass/{f.Open!.Id}#passar")],
            Occasion = new(g.Title, g.Starts, g.Ends, page) { Status = "at-risk", What = texts.Capital(texts.Count("Gatherings.Wants.Shifts", f.Shifts.Count)), Do = fill },
        };
    }

    private string Why(Found f, IReadOnlyList<Fitting>? fits)
    {
        var texts = parts.Texts;
        var said = texts.Capital(parts.Words.Moment(f.Gathering)) + ".";
        if (f.IsNobodyLeft)
            said += " " + texts["Gatherings.Need.NobodyLeft"];
        if (fits is null)
            return said;
        if (fits.Count == 0)
            return $"{said} {texts["Gatherings.Need.NobodyFits"]}";
        var stood = fits.Count(p => p.HasStood);
        var before = texts["Gatherings.Need.HaveStood"].Split('|')[Math.Min(stood, 2)];
        return $"{said} {(fits.Count < WhoFits.Most ? texts.Capital(texts.Count("Gatherings.Need.Could", fits.Count)) : texts["Gatherings.Need.ManyCould", fits.Count])} {texts.Capital(string.Format(System.Globalization.CultureInfo.CurrentCulture, before, texts.Number(stood)))}";
    }

    private async Task<(Gathering, Shift)?> Find(string key)
    {
        if (!Id<Shift>.TryParse(key[(Kind.Length + 1)..], null, out var id) || await db.Shifts.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id) is not { } shift)
            return null;
        return await db.Gatherings.AsNoTracking().EditableBy(me, db).SingleOrDefaultAsync(g => g.Id == shift.GatheringId) is { } gathering ? (gathering, shift) : null;
    }

    internal sealed record Parts(WhoFits Fits, Rota Rota, GatheringWords Words, Texts Texts);

    /// <param name="Waiting">How many are asked, or in line to be.</param>
    private sealed record Lacking(Shift Shift, int Standing, int Waiting);

    private sealed record Found(Gathering Gathering, bool IsOwn, IReadOnlyList<Lacking> Shifts, DateTimeOffset Now)
    {
        public int Missing => Shifts.Sum(s => s.Shift.Need - s.Standing);

        /// <summary>The first that has not begun, and that nobody is asked about.</summary>
        public Shift? Open => Shifts.FirstOrDefault(s => s.Waiting == 0 && !s.Shift.HasBegun(Gathering.Starts, Now))?.Shift;

        public bool IsNobodyLeft => Open?.IsAsking == true;
    }
}
