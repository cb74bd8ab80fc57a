using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings.Coming;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings.Door;

/// <summary>How many were there, and who they were as far as numbers tell.</summary>
/// <param name="Here">All who were there.</param>
/// <param name="SignedUpHere">Those of them who had signed up.</param>
/// <param name="SignedUp">Those who had said that they come.</param>
/// <param name="Missing">Those of these who have not been ticked.</param>
/// <param name="FirstTimes">Those of the register who had not been to anything that year.</param>
internal sealed record DoorCount(int Here, int SignedUpHere, int SignedUp, int Missing, int FirstTimes)
{
    public int WalkedBy => Here - SignedUpHere;

    public static async Task<DoorCount> Of(AppDb db, Gathering gathering)
    {
        var id = gathering.Id;
        var here = db.Attendances.Where(a => a.GatheringId == id && a.IsHere);
        var sums = await here.GroupBy(a => a.SignUpId != null).Select(g => new { SignedUp = g.Key, People = g.Sum(a => a.People) }).ToListAsync();
        var coming = db.SignUps.Where(s => s.GatheringId == id && s.State == SignUpState.Coming && !s.IsOnline);
        var from = OurTime.EndOf(new DateOnly(OurTime.DayOf(gathering.Starts).Year, 1, 1).AddDays(-1));
        var earlier = db.Gatherings.Where(g => g.Starts >= from && g.Starts < gathering.Starts).Select(g => g.Id);
        return new DoorCount(
            sums.Sum(s => s.People),
            sums.Where(s => s.SignedUp).Sum(s => s.People),
            await coming.SumAsync(s => 1 + s.Companions),
            await coming.Where(s => !here.Any(a => a.SignUpId == s.Id)).SumAsync(s => 1 + s.Companions),
            await here.CountAsync(a => a.PersonId != null && !db.Attendances.Any(b => b.PersonId == a.PersonId && b.IsHere && earlier.Contains(b.GatheringId))));
    }
}
