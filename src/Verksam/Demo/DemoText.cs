using System.Reflection;

namespace Verksam.Demo;

/// <summary>What is written in the files beside this one, and carried inside the program.</summary>
internal static class DemoText
{
    public static async Task<string> Of(string name, CancellationToken cancelled)
    {
        await using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Verksam.Demo.{name}.txt")
            ?? throw new InvalidOperationException($"The demo has no text {name}.");
        using var reader = new StreamReader(resource);
        return await reader.ReadToEndAsync(cancelled);
    }
}
