using System.Text.Json;
using System.Text.RegularExpressions;
using Verksam.PlanReading;
using Verksam.PlanReading.Words;

namespace Verksam.Tests.PlanReading;

/// <summary>A commitment as a person annotated it.</summary>
internal sealed record Annotated(string? Chapter, string Text, string Kind, string Modality, string? Responsible,
    AnnotatedMeasure? Measure, string? Due, double Confidence = 0);

internal sealed record AnnotatedMeasure(string? What, string Direction, decimal? Value);

/// <summary>How well plans were read: the same counting as the annotators' own script.</summary>
internal sealed partial class Score
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);
    private readonly Dictionary<string, int> _right = new(StringComparer.Ordinal);
    private int _gold, _hits, _extra, _sure, _surelyWrong;

    public double F1 => 2.0 * _hits / (_gold + _hits + _extra);

    /// <summary>The share of those that the reader calls sure that a person found too, or held for borderline.</summary>
    public double SureRight => (double)(_sure - _surelyWrong) / _sure;

    public double Share(string field) => (double)_right.GetValueOrDefault(field) / _hits;

    public override string ToString() =>
        $"gold {_gold} hits {_hits} extra {_extra} F1 {F1:F3} sure {SureRight:F3} of {_sure} " + string.Join(' ', _right.Keys.Select(f => $"{f} {Share(f):F3}"));

    public Score Add(string textFile)
    {
        var stem = textFile[..^4];
        var text = File.ReadAllText(textFile);
        // the annotators' note of where a plan came from
        if (text.StartsWith("Källa:", StringComparison.Ordinal)) text = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var gold = Read<List<Annotated>>(stem + ".gold.json") ?? [];
        var read = Read<Printed>(PlanJson.Write(PlanReader.ReadText(text)), isText: true)!.Commitments;
        Count(gold, read, Borderline(stem + ".borderline.json"));
        return this;
    }

    private sealed record Printed(List<Annotated> Commitments);

    private static T? Read<T>(string source, bool isText = false) =>
        JsonSerializer.Deserialize<T>(isText ? source : File.ReadAllText(source), _json);

    private static List<string> Borderline(string file) =>
        !File.Exists(file) ? [] : JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray()
            .Select(e => e.ValueKind is JsonValueKind.String ? e.GetString()! : e.GetProperty("text").GetString()!).ToList();

    private void Count(List<Annotated> gold, List<Annotated> read, List<string> borderline)
    {
        var free = read.ToHashSet(ReferenceEqualityComparer.Instance);
        var left = gold.ToHashSet(ReferenceEqualityComparer.Instance);
        var pairs = gold.SelectMany(g => read.Select(r => (Same: Overlap(g.Text, r.Text), g, r))).Where(p =>
            p.Same >= 0.8).OrderByDescending(p => p.Same);
        foreach (var (_, g, r) in pairs)
            if (free.Contains(r) && left.Remove(g)) { free.Remove(r); Compare(g, r); }
        _gold += gold.Count;
        _hits += gold.Count - left.Count;
        var wrong = free.Cast<Annotated>().Where(r => !borderline.Exists(b => Overlap(b, r.Text) >= 0.8)).ToList();
        _extra += wrong.Count;
        _sure += read.Count(IsSure);
        _surelyWrong += wrong.Count(IsSure);
    }

    private static bool IsSure(Annotated read) => read.Confidence >= FoundCommitment.Sure;

    private void Compare(Annotated gold, Annotated read)
    {
        Note("chapter", Same(Squash(gold.Chapter), Squash(read.Chapter)));
        Note("kind", Same(gold.Kind, read.Kind));
        Note("modality", Same(gold.Modality, read.Modality));
        Note("responsible", SameWords(gold.Responsible, read.Responsible));
        Note("measure", Same(gold.Measure?.Direction, read.Measure?.Direction) && gold.Measure?.Value == read.Measure?.Value);
        Note("due", SameWords(gold.Due, read.Due));
    }

    private void Note(string field, bool right) => _right[field] = _right.GetValueOrDefault(field) + (right ? 1 : 0);

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal);

    private static bool SameWords(string? gold, string? read)
    {
        var (g, r) = (Squash(gold), Squash(read));
        return Same(g, r) || (g.Length > 0 && r.Length > 0
            && (g.Contains(r, StringComparison.Ordinal) || r.Contains(g, StringComparison.Ordinal)));
    }

    private static string Squash(string? text) => NoWord().Replace((text ?? "").InLower(), " ").Trim();

    private static double Overlap(string a, string b)
    {
        var (left, right) = (Words(a), Words(b));
        var shared = left.Sum(w => Math.Min(w.Value, right.GetValueOrDefault(w.Key)));
        var total = left.Values.Sum() + right.Values.Sum();
        return total == 0 ? 0 : 2.0 * shared / total;
    }

    private static Dictionary<string, int> Words(string text) =>
        Word().Matches(text.InLower()).GroupBy(m => m.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g =>
            g.Count(), StringComparer.Ordinal);

    [GeneratedRegex(@"\w+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"\W+", RegexOptions.NonBacktracking)]
    private static partial Regex NoWord();
}
