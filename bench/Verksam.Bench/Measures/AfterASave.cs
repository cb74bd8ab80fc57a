using Verksam.Bench.Http;
using Verksam.Bench.Servers;

namespace Verksam.Bench.Measures;

/// <summary>What a page costs when somebody has saved something since it was last read, so that nothing that was kept in memory is of use.</summary>
internal static class AfterASave
{
    private const int Asked = 240;

    /// <summary>Processor time of one answer, in microseconds: the middle of many, those first left out that are spent on compiling.</summary>
    /// <param name="cookie">Of whoever saves.</param>
    /// <param name="reader">Of whoever reads; null for anybody.</param>
    public static async Task<double> Cost(Server server, string cookie, string? reader, IReadOnlyList<string> paths)
    {
        var costs = new List<double>();
        for (var i = 0; i < Asked; i++)
            costs.Add(await Once(server, cookie, reader, paths[i % paths.Count], i));
        return Workbench.Median(costs.Skip(Asked / 2));
    }

    /// <summary>One answer after a save.</summary>
    /// <exception cref="IOException">Another answer than 200.</exception>
    public static async Task<double> Once(Server server, string cookie, string? reader, string path, int number)
    {
        await DemoVisitor.Write(server.Port, cookie, number);
        var before = server.Processor;
        var status = await server.StatusOf(path, reader);
        return status == 200 ? (server.Processor - before).TotalMicroseconds : throw new IOException($"{path} answered {status}");
    }
}
