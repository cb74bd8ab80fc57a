using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Jobs;

namespace Verksam.Features.People.Listing;

/// <summary>Every night: who was chosen in a list is forgotten when the choice is too old to be used.</summary>
internal sealed class OldChoices(AppDb db) : IJob
{
    public const string JobName = "old-choices";

    public string Name => JobName;

    public Task Run(DateTimeOffset dueAt, CancellationToken cancelled)
    {
        var oldest = db.Clock.GetUtcNow() - ChosenPeople.Kept;
        return db.Chosen.Where(c => c.At <= oldest).ExecuteDeleteAsync(cancelled);
    }
}
