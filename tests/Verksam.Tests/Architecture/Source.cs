namespace Verksam.Tests.Architecture;

/// <summary>The repository's files, as a test reads them.</summary>
internal static class Source
{
    private static readonly string[] NotOurs = ["artifacts", "bin", "obj", ".git", "node_modules", "TestResults", "data"];

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Paths below a folder, relative to the root, with slashes; what is built or generated is left out.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] endings) =>
        [.. Walk(Path.Combine(Root, folder)).Where(f => endings.Length == 0 || endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static int Lines(string path) => File.ReadLines(Path.Combine(Root, path)).Count();

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
            .Where(d => !NotOurs.Contains(Path.GetFileName(d), StringComparer.Ordinal)).SelectMany(Walk));

    private static string FindRoot(string from) =>
        File.Exists(Path.Combine(from, "Verksam.slnx")) ? from : FindRoot(Path.GetDirectoryName(from.TrimEnd('/'))!);
}
