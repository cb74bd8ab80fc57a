using Microsoft.EntityFrameworkCore;
using Verksam.Features.Accounts;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Fields;
using Verksam.Features.People.Offers;
using Verksam.Features.People.Reach;
using Verksam.Features.People.Seats;
using Verksam.Features.People.Segments;
using Verksam.Features.People.Tags;
using Verksam.Features.People.Welcome;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.People.Segments;

/// <summary>Everything that conditions ask of, read into memory: what the naive evaluation looks in.</summary>
internal sealed class Register
{
    public DateOnly Today { get; } = FakeTime.Today;
    public MembershipRule Rule { get; } = new();
    public required List<Unit> Units { get; init; }
    public required List<Role> Roles { get; init; }
    public required List<Person> People { get; init; }
    public required List<Relation> Relations { get; init; }
    public required List<PaidPeriod> Paid { get; init; }
    public required List<Assignment> Assignments { get; init; }
    public required List<PostalAddress> Addresses { get; init; }
    public required List<Tagging> Taggings { get; init; }
    public required List<FieldValue> Values { get; init; }
    public required List<PersonSkill> Skills { get; init; }
    public required List<FreeTime> Free { get; init; }
    public required List<PersonPlace> Places { get; init; }
    public required List<PublicBody> Bodies { get; init; }
    public required List<Seat> Seats { get; init; }
    public required List<Account> Accounts { get; init; }
    public required List<Call> Calls { get; init; }
    public required List<WelcomeCase> Welcomes { get; init; }
    public required List<Segment> Segments { get; init; }

    public static async Task<Register> Read(AppDb db) => new()
    {
        Units = await db.Units.AsNoTracking().ToListAsync(),
        Roles = await db.Roles.AsNoTracking().ToListAsync(),
        People = await db.People.AsNoTracking().ToListAsync(),
        Relations = await db.Relations.AsNoTracking().ToListAsync(),
        Paid = await db.PaidPeriods.AsNoTracking().ToListAsync(),
        Assignments = await db.Assignments.AsNoTracking().ToListAsync(),
        Addresses = await db.Addresses.AsNoTracking().ToListAsync(),
        Taggings = await db.Taggings.AsNoTracking().ToListAsync(),
        Values = await db.FieldValues.AsNoTracking().ToListAsync(),
        Skills = await db.PersonSkills.AsNoTracking().ToListAsync(),
        Free = await db.FreeTimes.AsNoTracking().ToListAsync(),
        Places = await db.PersonPlaces.AsNoTracking().ToListAsync(),
        Bodies = await db.PublicBodies.AsNoTracking().ToListAsync(),
        Seats = await db.Seats.AsNoTracking().ToListAsync(),
        Accounts = await db.Users.AsNoTracking().ToListAsync(),
        Calls = await db.Calls.AsNoTracking().ToListAsync(),
        Welcomes = await db.WelcomeCases.AsNoTracking().ToListAsync(),
        Segments = await db.Segments.AsNoTracking().ToListAsync(),
    };

    public bool IsBelow(Id<Unit> unit, string slug) => slug == "*" || Units.Single(u => u.Id == unit).Path.StartsWith(Units.Single(u => u.Slug == slug).Path, StringComparison.Ordinal);

    public IEnumerable<Relation> Of(Person person) => Relations.Where(r => r.PersonId == person.Id);
}
