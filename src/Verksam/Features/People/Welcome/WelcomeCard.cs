using Verksam.Kernel;

namespace Verksam.Features.People.Welcome;

/// <summary>Those who are new and wait for this member to call.</summary>
internal sealed class WelcomeCard(WelcomeQueue queue, WelcomeWords words) : IMyPageCard
{
    public int Order => 5;

    public async Task<MyCard?> For(CurrentUser me)
    {
        var mine = (await queue.Waiting(null)).Where(w => w.ContactId?.Value == me.PersonId).ToList();
        return mine.Count == 0 ? null : new MyCard("/Features/People/Welcome/_WelcomeCard.cshtml",
            mine.ConvertAll(w => new Row(w.Id, w.Name, w.Unit, words.Left(w))));
    }

    internal sealed record Row(Id<WelcomeCase> Id, string Name, string Unit, (string Status, string Text) Left);
}
