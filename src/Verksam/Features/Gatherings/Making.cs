using Verksam.Features.Gatherings.Series;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings;

/// <summary>Makes what a form says: one gathering, or one for each time it comes again. Whoever calls saves.</summary>
internal sealed class Making(AppDb db, CurrentUser me, Copying copying)
{
    public Task<GatheringForm> Like(Gathering like) => copying.Form(like);

    /// <param name="like">The one that it is to be like.</param>
    public async Task<Made> Make(GatheringForm form, Gathering? like)
    {
        if (form.Days(out var days) is { } no)
            return new Made([], null, no, "Input.Until");
        var series = form.Again is { } pace ? new GatheringSeries(form.Unit, pace, days[0]) : null;
        var made = new List<Gathering>(days.Count);
        foreach (var day in days)
        {
            var (gathering, refused, field) = One(form.On(day), series, made.Count == 0 ? form.Asked : null);
            if (refused is not null)
                return new Made([], null, refused, field);
            made.Add(gathering);
        }
        if (series is not null)
            db.GatheringSeries.Add(series);
        await Keep(made, form, like);
        return new Made(made, series, null, "");
    }

    /// <summary>As many more of a series, like one of it.</summary>
    public async Task<IReadOnlyList<Gathering>> More(GatheringSeries series, Gathering like, GatheringForm form, IEnumerable<DateOnly> days)
    {
        List<Gathering> made = [.. days.Select(day => One(form.On(day), series).Gathering)];
        await Keep(made, form, like);
        await copying.Tie(like, made);
        return made;
    }

    /// <summary>Others that are there get what they lack of what one of them has.</summary>
    public async Task Fill(Gathering like, IReadOnlyList<Gathering> others)
    {
        await copying.Bring(like, others);
        await copying.Tie(like, others);
    }

    private async Task Keep(IReadOnlyList<Gathering> made, GatheringForm form, Gathering? like)
    {
        db.Gatherings.AddRange(made);
        db.CoArrangers.AddRange(made.SelectMany(g => form.With.Where(w => w != form.Unit).Distinct().Select(w => new CoArranger(g.Id, w))));
        await copying.Bring(like, made);
    }

    private (Gathering Gathering, Refusal? No, string Field) One(GatheringForm form, GatheringSeries? series, Id<Gathering>? asked = null)
    {
        var now = db.Clock.GetUtcNow();
        var gathering = new Gathering(form.Unit, form.Kind, new Id<Person>(me.PersonId), now, asked);
        if (series is not null)
            gathering.IsOneOf(series, form.Day);
        return (gathering, form.Fill(gathering, now, out var field), field);
    }

    /// <param name="Field">Which field a no is about.</param>
    internal sealed record Made(IReadOnlyList<Gathering> All, GatheringSeries? Series, Refusal? No, string Field);
}
