using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Demo;

/// <summary>Hands out assignments: to those who are named, and by chance among the others, each at most once.</summary>
internal sealed class Roster(DemoStory story, Dice dice)
{
    private readonly List<Member> _left = dice.Shuffled(story.Members.Where(m => m is { IsNamed: false, Until: null }));

    public List<Assignment> Given { get; } = [];

    public void Give(Member member, string role, Unit unit, string? group, DateOnly from, DateOnly? to)
    {
        var where = group is null ? (Id<Group>?)null : story.Group(unit, group).Id;
        Given.Add(Assignment.Give(member.Person.Id, story.Role(role).Id, unit.Id, from, to, where));
    }

    /// <summary>To <paramref name="count"/> who were members by then, from one association or from all of them.</summary>
    public void Draw(int count, string role, Unit unit, string? group, DateOnly from, DateOnly? to, string? home = null)
    {
        var chosen = _left.Where(m => m.Since < from && (home is null || m.Unit.Name == home)).Take(count).ToList();
        foreach (var member in chosen)
        {
            _left.Remove(member);
            Give(member, role, unit, group, from, to);
        }
    }
}
