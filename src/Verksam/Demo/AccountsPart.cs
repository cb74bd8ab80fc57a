using Verksam.Features.Accounts;

namespace Verksam.Demo;

/// <summary>A way in for each of the named ones. They have no password: in a demo one presses a name.</summary>
internal static class AccountsPart
{
    private static readonly DateOnly Invited = new(2026, 3, 17);

    public static Task Tell(DemoStory story, CancellationToken cancelled)
    {
        story.On(Invited, 9);
        var people = Characters.All.Select(story.Who);
        story.Db.AddRange(people.Select(p => new Account(p.Id, p.Email!)));
        return story.Db.SaveChangesAsync(cancelled);
    }
}
