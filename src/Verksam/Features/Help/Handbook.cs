using System.Collections.Concurrent;

namespace Verksam.Features.Help;

/// <summary>The pages of docs/sv, which the program carries with it. Each is written out the first time somebody opens it.</summary>
internal sealed class Handbook
{
    public const string First = "index";

    /// <summary>The pages in the order in which they are listed; a test holds it to the folder.</summary>
    public static readonly IReadOnlyList<string> Names = [First, "kom-igang", "idag", "planen", "folj-upp", "aktiviteter", "manniskor", "ringa", "organisationen", "konto", "loggen", "drift"];

    private readonly ConcurrentDictionary<string, Leaf> _leaves = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Picture?> _pictures = new(StringComparer.Ordinal);

    /// <summary>Address and title of every page.</summary>
    public IReadOnlyList<(string Address, string Title)> Contents => field ??= [.. Names.Select(n => (Address(n), Title(n)))];

    public static string Address(string name) => name == First ? "/hjalp" : $"/hjalp/{name}";

    /// <summary>A page of the handbook; null when there is none of that name.</summary>
    public Leaf? Page(string name) =>
        !Names.Contains(name, StringComparer.Ordinal) ? null : _leaves.GetOrAdd(name, n => LeafWriter.Write(Text(n), Picture));

    public Picture? Picture(string file) =>
        !Has(file) ? null : _pictures.GetOrAdd(file, f => new Picture(f, Read($"help/bilder/{f}")));

    // names come from outside: only those that are there are kept
    private static bool Has(string file) => typeof(Handbook).Assembly.GetManifestResourceInfo($"help/bilder/{file}") is not null;

    // the first line, "# Planen": the list of pages needs no page written out
    private static string Title(string name) => Text(name).Split('\n', 2)[0].TrimStart('#').Trim();

    private static string Text(string name) => System.Text.Encoding.UTF8.GetString(Read($"help/{name}.md"));

    private static byte[] Read(string resource)
    {
        using var stream = typeof(Handbook).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
