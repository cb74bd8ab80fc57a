using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.Gatherings.Shifts;

/// <summary>A stand with a shift or several to begin with.</summary>
internal static class Stands
{
    /// <summary>A gathering that begins in some days and lasts ten hours, with shifts of three hours from its beginning on.</summary>
    public static async Task<Gathering> At(AppUnderTest app, Unit unit, int need = 1, int shifts = 1, int days = 7, bool published = true, string? spot = "Torget", string title = "Bokbord på torget")
    {
        var gathering = new Gathering(unit.Id, "stand", Cast.AssociationChair.Id, FakeTime.Start);
        gathering.Describe(title, "stand", null, null);
        gathering.IsFor(Audience.Members, null, null);
        var starts = FakeTime.Start.AddDays(days);
        gathering.Take(new Hours(starts, starts.AddHours(10)), new Whereabouts(null, spot, null), FakeTime.Start);
        if (published)
            gathering.Publish(FakeTime.Start);
        await app.Write(db =>
        {
            db.Add(gathering);
            db.AddRange(Enumerable.Range(0, shifts).Select(n => One(gathering, n, need)));
            return Task.CompletedTask;
        });
        return gathering;
    }

    private static Shift One(Gathering gathering, int number, int need)
    {
        var shift = new Shift(gathering.Id);
        shift.Describe("Bokbord och samtal", need, null);
        var from = Verksam.Kernel.Time.OurTime.Here(gathering.Starts).DateTime.AddHours(3 * number);
        shift.Take(gathering, DateOnly.FromDateTime(from), TimeOnly.FromDateTime(from), TimeOnly.FromDateTime(from.AddHours(3)));
        return shift;
    }

    /// <summary>The shifts of a gathering, the first first.</summary>
    public static Task<List<Id<Shift>>> Shifts(this AppUnderTest app, Gathering gathering) =>
        app.Read(db => db.Shifts.Where(s => s.GatheringId == gathering.Id).OrderBy(s => s.After).Select(s => s.Id).ToListAsync());

    public static async Task<Refusal?> Ask(this AppUnderTest app, Func<Rota, Task<Refusal?>> what)
    {
        Refusal? no = null;
        await app.Work<Rota>(async r => no = await what(r));
        return no;
    }

    public static Task<PlaceState> State(this AppUnderTest app, Id<Shift> shift, Id<Person> person) =>
        app.Read(db => db.ShiftPlaces.Where(p => p.ShiftId == shift && p.PersonId == person).Select(p => p.State).SingleAsync());

    public static Task RunJobs(this AppUnderTest app) => app.Services.GetRequiredService<JobWorker>().RunDue(CancellationToken.None);

    /// <summary>The letters that wait leave.</summary>
    public static async Task Post(this AppUnderTest app)
    {
        app.Clock.Advance(ShiftPlace.Pause);
        await app.SendLetters();
    }
}
