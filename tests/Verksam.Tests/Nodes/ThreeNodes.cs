using Shouldly;
using Verksam.Kernel.Backups.Nightly;
using Verksam.Kernel.Jobs;
using Verksam.Tests.Features.Planning;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Nodes;

/// <summary>Three processes of the program on one database, a proxy in front of them and a mail server behind; an adopted plan, and a backup that was due when they started.</summary>
public sealed class ThreeNodes : IAsyncLifetime
{
    internal const int Count = 3;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly RunningProgram?[] _nodes = new RunningProgram?[Count];
    private readonly Uri?[] _addresses = new Uri?[Count];

    internal TestDatabase Database { get; private set; } = null!;

    /// <summary>Looks into the database that the nodes share, and does nothing by itself.</summary>
    internal AppUnderTest Eye { get; private set; } = null!;

    internal PostOffice Post { get; } = new();
    internal Balancer Door { get; private set; } = null!;

    internal RunningProgram this[int node] => _nodes[node]!;

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.Make(await Templates.WithCast);
        Eye = await AppUnderTest.In(Database);
        await Planned.Adopted(Eye);
        await Eye.Write(db => Task.FromResult(db.Jobs.Add(new Job(NightlyBackup.JobName, TimeProvider.System.GetUtcNow()))));
        await AllUp();
        Door = await Balancer.Open(_addresses!);
    }

    public async ValueTask DisposeAsync()
    {
        await Door.DisposeAsync();
        foreach (var node in _nodes)
            node?.Dispose();
        await Eye.DisposeAsync();
        await Post.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>Whoever another test took down is started again, where it was.</summary>
    internal Task AllUp() => Task.WhenAll(Enumerable.Range(0, Count).Where(n => _nodes[n] is null).Select(Start));

    internal async Task Start(int node)
    {
        var program = await RunningProgram.Start(Database,
            new("VERKSAM_URLS", _addresses[node]?.ToString() ?? "http://127.0.0.1:0"),
            new("VERKSAM_PUBLIC_URL", $"http://{Name(node)}"),
            new("VERKSAM_DRAIN_SECONDS", "2"),
            new("VERKSAM_SMTP", Post.Url),
            new("VERKSAM_MAIL_FROM", "plan@norrsjo.example"));
        (_nodes[node], _addresses[node]) = (program, program.Http.BaseAddress);
    }

    internal async Task Stop(int node)
    {
        var (code, said) = await this[node].Stop();
        code.ShouldBe(0, said);
        Leave(node);
    }

    internal void Kill(int node)
    {
        this[node].Kill();
        Leave(node);
    }

    /// <summary>The node's own name, by which it greets the mail server.</summary>
    internal static string Name(int node) => $"nod{node}.example";

    internal static int Named(string name) => Enumerable.Range(0, Count).Single(n => Name(n) == name);

    internal static async Task Until(Func<Task<bool>> isSo, string what)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Longest, what);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private void Leave(int node)
    {
        this[node].Dispose();
        _nodes[node] = null;
    }
}
