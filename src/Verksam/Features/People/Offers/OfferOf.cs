using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;

namespace Verksam.Features.People.Offers;

/// <summary>What one person can and likes to do, when and where.</summary>
/// <param name="Skills">Those that are asked for where the person belongs, and those the person has said something of.</param>
/// <param name="Time">Null when nothing is said.</param>
/// <param name="Places">Where the person would like to take part besides where one belongs.</param>
internal sealed record OfferOf(IReadOnlyList<OfferOf.Line> Skills, FreeTime? Time, IReadOnlyList<OfferOf.Where> Places)
{
    public static readonly DayOfWeek[] Week =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public bool IsEmpty => Said.Count == 0 && Time is null or { Mask: 0 } && Places.Count == 0;

    /// <summary>Of which the person has said something.</summary>
    public IReadOnlyList<Line> Said => [.. Skills.Where(l => l.Can || l.Likes)];

    public bool IsFree(DayOfWeek day, DayPart part) => Time is { } time && (time.Mask & FreeTime.Bit(day, part)) != 0;

    public static async Task<OfferOf> Read(AppDb db, Id<Person> person, string path)
    {
        var line = UnitLine.Of(path);
        var skills = await (
            from skill in db.Skills
            join said in db.PersonSkills.Where(s => s.PersonId == person) on skill.Id equals said.SkillId into answers
            from answer in answers.DefaultIfEmpty()
            where answer != null || (skill.RetiredOn == null && line.Contains(skill.UnitId))
            orderby skill.Order, skill.Name
            select new Line(skill, answer)).ToListAsync();
        var places = await (
            from place in db.PersonPlaces
            where place.PersonId == person
            join unit in db.Units on place.UnitId equals unit.Id
            orderby unit.Path.Length, unit.Name
            select new Where(place, unit.Name)).ToListAsync();
        return new OfferOf(skills, await db.FreeTimes.SingleOrDefaultAsync(f => f.PersonId == person), places);
    }

    internal sealed record Line(Skill Skill, PersonSkill? Answer)
    {
        public bool Can => Answer?.Can == true;

        public bool Likes => Answer?.Likes == true;
    }

    internal sealed record Where(PersonPlace Place, string Unit);
}

/// <summary>The section on the person's page.</summary>
internal sealed record OfferShown(PersonAsk Ask, OfferOf Offer)
{
    public bool MayChange => Ask.IsOwn || Ask.MayEdit;
}

/// <inheritdoc cref="OfferShown"/>
internal sealed class OfferSection(AppDb db) : IPersonSection
{
    public int Order => IPersonSection.AfterDuties + 20;

    public async Task<PersonSection?> For(PersonAsk ask)
    {
        var shown = new OfferShown(ask, await OfferOf.Read(db, ask.Person.Id, ask.Unit.Path));
        return shown.Offer.IsEmpty && !shown.MayChange ? null : new(Order, "/Features/People/Offers/_Offer.cshtml", shown);
    }
}
