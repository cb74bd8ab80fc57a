using System.Text.RegularExpressions;
using Mono.Cecil;
using Verksam.Kernel;

namespace Verksam.Tests.Architecture;

/// <summary>Who uses whom among the rooms: as the code has it, as the README draws it.</summary>
internal static partial class FeatureMap
{
    /// <summary>Stands for what is above all rooms: Server, Greeting, the front page. It may use all; no room may use it.</summary>
    public const string Top = "(top)";

    /// <summary>Stands for Kernel and Ui, which know no room.</summary>
    public const string Ground = "(ground)";

    public static IReadOnlySet<string> Drawn() => Arrow().Matches(Source.Text("src/Verksam/Features/README.md"))
        .Select(m => $"{m.Groups[1].Value} --> {m.Groups[2].Value}").ToHashSet(StringComparer.Ordinal);

    /// <summary>Every arrow between rooms, from Ground to rooms and from rooms to Top, with one place where it is.</summary>
    public static IReadOnlyDictionary<string, string> Built() => FromCode().Concat(FromPages())
        .Where(a => a.From != a.To && a.From != Top && a.To != Ground)
        .GroupBy(a => $"{a.From} --> {a.To}", StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Where, StringComparer.Ordinal);

    public static string? Room(string place) => FeatureName().Match(place) is { Success: true } room ? room.Groups[1].Value
        : place.StartsWith("Verksam.Kernel", StringComparison.Ordinal) || place.StartsWith("Verksam.Ui", StringComparison.Ordinal) ? Ground
        : place is "Verksam" or "Verksam.Features" || place.StartsWith("Verksam.Demo", StringComparison.Ordinal) ? Top
        : null;

    private static IEnumerable<(string From, string To, string Where)> FromCode() =>
        from type in Compiled.Program.GetTypes()
        let room = Room(Compiled.Place(type))
        where room is not null
        from other in Compiled.MentionedIn(type, IsShelf)
        let used = other.Scope == Compiled.Program || other.Scope is ModuleDefinition ? Room(Compiled.Place(other)) : null
        where used is not null && !IsIdentitysContext(type, other)
        select (room, used, $"{type.FullName} mentions {other.FullName}");

    // a page may name a room in a @using and let the compiler forget it
    private static IEnumerable<(string From, string To, string Where)> FromPages() =>
        from path in Source.Files("src/Verksam", ".cshtml")
        let room = Room(string.Join('.', Path.GetDirectoryName(path)!.Split('/')[1..]))
        from Match named in RoomNamed().Matches(Source.Text(path))
        select (room, named.Groups[1].Value, $"{path} says {named.Value}");

    // each room adds its tables to the one context in a partial file: AppDb's own shelves are the sockets, not a use
    private static bool IsShelf(IMemberDefinition member) => member switch
    {
        PropertyDefinition property => property.DeclaringType.FullName == typeof(AppDb).FullName && property.PropertyType.Name == "DbSet`1",
        MethodDefinition { IsGetter: true } getter => getter.DeclaringType.FullName == typeof(AppDb).FullName && getter.ReturnType.Name == "DbSet`1",
        _ => false,
    };

    // AppDb is Identity's context of accounts, and says so again whenever it calls its base
    private static bool IsIdentitysContext(TypeDefinition type, TypeReference other) =>
        type.FullName == typeof(AppDb).FullName && other.FullName == typeof(AppDb).BaseType!.GenericTypeArguments[0].FullName;

    [GeneratedRegex(@"^\s*(\w+) --> (\w+)\s*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^Verksam\.Features\.(\w+)", RegexOptions.None, 1000)]
    private static partial Regex FeatureName();

    [GeneratedRegex(@"Verksam[./]Features[./]([A-Z]\w+)(?=[./;\s])(?!\.cshtml)", RegexOptions.None, 1000)]
    private static partial Regex RoomNamed();
}
