using Verksam.Kernel.Jobs;

namespace Verksam.Kernel.Outbox;

/// <summary>Every night: letters in the folder that have lain there for a month are thrown away. No way in that a letter holds lives as long.</summary>
internal sealed class OldPost(FolderPost post, TimeProvider clock) : IJob
{
    public const string JobName = "old-post";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public string Name => JobName;

    public Task Run(DateTimeOffset dueAt, CancellationToken cancelled)
    {
        post.Forget(clock.GetUtcNow() - Kept);
        return Task.CompletedTask;
    }
}
