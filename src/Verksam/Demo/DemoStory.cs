using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Demo;

/// <summary>
/// The invented organisation while it is being told: what earlier parts have told, and a clock that stands where the story is.
/// A part says <see cref="On"/> which day it tells of, uses <see cref="Clock"/> for whatever asks the time, and saves once or a few times.
/// </summary>
internal sealed class DemoStory(AppDb db, Texts texts, int crowd)
{
    /// <summary>When a visitor comes in. Everything told has happened before it, or is planned after it.</summary>
    public static readonly DateTimeOffset FirstMorning = new(2026, 6, 14, 8, 30, 0, TimeSpan.FromHours(2));

    /// <summary>The Monday before, when the weekly letters went.</summary>
    public static readonly DateTimeOffset LastReminders = new(2026, 6, 8, 7, 0, 0, TimeSpan.FromHours(2));

    // when somebody sat down with the register: at the start, and at last the day before yesterday
    private static readonly DateOnly[] RegisterDays = [new(2025, 1, 8), new(2026, 1, 7), new(2026, 3, 16), new(2026, 6, 12)];

    private readonly StoryClock _clock = new();

    public static DateOnly Today => DateOnly.FromDateTime(FirstMorning.DateTime);

    public int Crowd => crowd;
    public AppDb Db => db;
    public Texts Texts => texts;
    public TimeProvider Clock => _clock;
    public Unit District => Units[0];

    /// <summary>The district and then its associations.</summary>
    public List<Unit> Units { get; } = [];

    public List<Group> Groups { get; } = [];
    public List<Role> Roles { get; } = [];
    public List<Member> Members { get; } = [];
    public List<Assignment> Assignments { get; } = [];

    /// <summary>
    /// Goes to a day of the story, at <paramref name="hour"/> by the clock on the wall; what is saved is dated then, in that person's name.
    /// </summary>
    public void On(DateOnly day, int hour, Id<Person>? by = null)
    {
        var wall = day.ToDateTime(new TimeOnly(hour, 0));
        _clock.Stands = new DateTimeOffset(wall, OurTime.Zone.GetUtcOffset(wall));
        db.Actor.Is(by?.Value, "demo");
    }

    /// <summary>
    /// Saves each on the first day of keeping the register after it was so; <paramref name="hour"/> orders what is kept the same day.
    /// </summary>
    public async Task Keep<T>(
        IReadOnlyCollection<T> things, Func<T, DateOnly> since, Func<T, object> row, int hour, CancellationToken cancelled)
    {
        foreach (var perDay in things.GroupBy(thing => Array.FindIndex(RegisterDays, day => since(thing) < day)).OrderBy(g => g.Key))
        {
            On(RegisterDays[perDay.Key], hour);
            db.AddRange(perDay.Select(row));
            await db.SaveChangesAsync(cancelled);
        }
    }

    public Unit Unit(string name) => Units.Find(u => u.Name == name) ?? throw Unknown(name);

    public Role Role(string code) => Roles.Find(r => r.Code == code) ?? throw Unknown(code);

    public Group Group(Unit unit, string name) => Groups.Find(g => g.UnitId == unit.Id && g.Name == name) ?? throw Unknown(name);

    /// <summary>One of the named ones, see <see cref="Characters"/>.</summary>
    public Person Who(Character character) => Members.Find(m => m.Person.Name == character.Name)?.Person ?? throw Unknown(character.Name);

    /// <summary>The chair and the board members of an association, as they are today.</summary>
    public IReadOnlyList<Person> Board(Unit unit)
    {
        Id<Role>[] roles = [Role(StandardRoles.Chair).Id, Role(StandardRoles.BoardMember).Id];
        return [.. Assignments.Where(a => a.UnitId == unit.Id && a.To is null && roles.Contains(a.RoleId)).Select(a => Members.Find(m => m.Person.Id == a.PersonId)!.Person)];
    }

    private static InvalidOperationException Unknown(string what) => new($"The demo has not told of {what} yet.");

    private sealed class StoryClock : TimeProvider
    {
        public DateTimeOffset Stands { get; set; } = FirstMorning;

        public override DateTimeOffset GetUtcNow() => Stands.ToUniversalTime();
    }
}

/// <summary>Somebody in the story, since when, and whether a named one (who gets what is written, nothing by chance).</summary>
internal sealed record Member(Person Person, Unit Unit, DateOnly Since, bool IsNamed)
{
    /// <summary>The last day of the membership, for those who did not renew.</summary>
    public DateOnly? Until { get; init; }
}
