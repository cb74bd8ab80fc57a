using Verksam.BrowserTests;
using Xunit;

[assembly: AssemblyFixture(typeof(DemoHouse))]

namespace Verksam.BrowserTests;

/// <summary>One demo for the short journeys; each keeps to commitments and plans of its own.</summary>
public sealed class DemoHouse : IAsyncLifetime
{
    internal HouseOnAPort House { get; private set; } = null!;

    public async ValueTask InitializeAsync() => House = await HouseOnAPort.Open(demo: true);

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
