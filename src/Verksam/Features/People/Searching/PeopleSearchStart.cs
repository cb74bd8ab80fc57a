using Verksam.Kernel;
using Verksam.Kernel.Hosting;

namespace Verksam.Features.People.Searching;

/// <summary>Before the first request: what people are searched by is there.</summary>
internal sealed class PeopleSearchStart : IAtStart
{
    public Task Run(IServiceProvider services, CancellationToken cancelled) => PeopleIndex.Everybody.Prepare(services.GetRequiredService<AppDb>(), cancelled);
}
