namespace Verksam.Features.Planning.Carrying;

/// <summary>The latest of what a commitment's reports say, now or as it was on an earlier day.</summary>
internal sealed record Said(DateTimeOffset? NewsAt, Status? Word, DateTimeOffset? WordAt, decimal? FigureAtWord, decimal? Count, DateTimeOffset? CountedAt)
{
    public static readonly Said Nothing = new(null, null, null, null, null, null);

    public static Said Now(Commitment c) => new(c.NewsAt, c.Word, c.WordAt, c.FigureAtWord, c.Count, c.CountedAt);

    /// <summary>With what was done since: that is news, and where it counts it adds to what somebody has counted before.</summary>
    public Said With(IReadOnlyCollection<Completed> done, bool counts)
    {
        if (done.Count == 0)
            return this;
        var (said, since) = (this with { NewsAt = done.Max(d => d.At) is var last && NewsAt > last ? NewsAt : last }, done.Where(d => !(CountedAt >= d.At)).ToList());
        return counts && since.Count > 0 ? said with { Count = (Count ?? 0) + since.Sum(d => d.Amount), CountedAt = since.Max(d => d.At) } : said;
    }

    /// <summary>From reports and links in any order; a link is news and says nothing more.</summary>
    public static Said Of(IEnumerable<Report> reports, IEnumerable<DateTimeOffset>? linked = null)
    {
        var inOrder = reports.OrderBy(r => r.At).ToList();
        var word = inOrder.FindLast(r => r.Word is not null);
        var count = inOrder.FindLast(r => r.Count is not null);
        var news = inOrder.Select(r => r.At).Concat(linked ?? []).Select(at => (DateTimeOffset?)at).Max();
        return new Said(news, word?.Word, word?.At, word?.Figure, count?.Count, count?.At);
    }
}
