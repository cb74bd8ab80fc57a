using Verksam.Features.Planning.Carrying;

namespace Verksam.Features.Planning.Sharing;

/// <summary>
/// From the parts to the whole: counts add, the status is that of the worst part, with how many are done. A unit that has not answered
/// is silent: it is named, never counted as zero.
/// </summary>
internal static class RollUp
{
    private static readonly Status[] WorstFirst = [Status.Late, Status.AtRisk, Status.NotStarted, Status.OnTrack, Status.Done];

    /// <summary>What the parts have told together; what was said of the whole stays where no part has told anything.</summary>
    /// <param name="adds">False of shares: so many in a hundred in two places are not their sum.</param>
    /// <param name="beside">What was done by nobody who has a part: by the district itself, where the associations are to do it together.</param>
    public static Said Told(Said whole, IReadOnlyCollection<Said> parts, bool adds, int beside)
    {
        var counted = parts.Where(p => adds && p.Count is not null).ToList();
        var news = parts.Select(p => p.NewsAt).Append(whole.NewsAt).Max();
        return counted.Count == 0 ? whole with { NewsAt = news }
            : whole with { NewsAt = news, Count = counted.Sum(p => p.Count) + beside, CountedAt = counted.Max(p => p.CountedAt) };
    }

    /// <param name="whole">What the rule says of the whole by itself.</param>
    public static Standing Of(Standing whole, IReadOnlyCollection<PartRow> parts)
    {
        var answered = parts.Where(p => !p.IsSilent).ToList();
        if (answered.Count == 0 || whole.Rule is "dropped" or "word" or "count")
            return whole;
        var done = answered.Count(p => p.Standing.Status == Status.Done);
        var worst = answered.MinBy(p => Array.IndexOf(WorstFirst, p.Standing.Status))!.Standing.Status;
        // a part is done when all of it is; the whole is when every part has said so
        if (worst == Status.Done && done < parts.Count)
            worst = Status.OnTrack;
        return whole.Rule == "due" && worst != Status.Done ? whole : new Standing(worst, "parts", done, parts.Count);
    }
}

/// <summary>A unit's part with who sees to it and how it stands.</summary>
internal sealed record PartRow(Part Part, string Unit, string Slug, string Path, string? Owner, Standing Standing, Said Said, Measures.Figure? Now, Measures.Figure? LastYear)
{
    /// <summary>The figure, counted or told; null when it is not known.</summary>
    public decimal? Count => Now?.Compared ?? Said.Count;

    /// <summary>It is something one counts, and no measure counts it.</summary>
    public bool CountsByHand(Commitment commitment) => Now is null && commitment.Reading.MeasureDirection is not null;

    /// <summary>Neither told nor measured.</summary>
    public bool IsSilent => Said.NewsAt is null && Now is null;
}
