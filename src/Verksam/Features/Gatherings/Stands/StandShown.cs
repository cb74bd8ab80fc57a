using System.Text.Json;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>What one has at hand out there: what to talk of, and how much has been tapped by all phones.</summary>
internal sealed record StandShown(IReadOnlyList<TalkingPoint> Points, Tapped Tapped, IReadOnlyDictionary<Id<TalkingPoint>, int> Topics)
{
    public static async Task<StandShown> Of(AppDb db, Tally tally, Gathering gathering) =>
        new(await TalkingPoints.For(db, gathering), await tally.Of(gathering.Id), (await tally.Topics(gathering.Id)).ToDictionary(t => t.Topic, t => t.Times));

    public int Times(TalkingPoint point) => Topics.GetValueOrDefault(point.Id);

    /// <summary>By what a phone calls each: the sort, or the topic's id.</summary>
    public IReadOnlyDictionary<string, int> Counts => new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [nameof(TallySort.Conversation)] = Tapped.Conversations,
        [nameof(TallySort.Leaflet)] = Tapped.Leaflets,
    }.Concat(Topics.Select(t => KeyValuePair.Create(t.Key.ToString(), t.Value))).ToDictionary(StringComparer.Ordinal);
}

/// <summary>The screen with the taps: of one stand, or empty, to be filled by script from what the phone keeps.</summary>
/// <param name="Last">The tap that the form made last.</param>
internal sealed record TallyScreen(Gathering? Gathering, string? Where, string? Unit, StandShown? Shown, Guid? Last, bool IsOpen)
{
    public static readonly TallyScreen Empty = new(null, null, null, null, null, true);

    /// <summary>What a phone keeps of it, to go on without a net.</summary>
    public string? About => Gathering is not { } g || Shown is not { } shown ? null : JsonSerializer.Serialize(new
    {
        id = g.Id.ToString(),
        title = g.Title,
        where = Where,
        unit = Unit,
        ends = g.Ends.ToUnixTimeMilliseconds(),
        counts = shown.Counts,
        points = shown.Points.Select(p => new { id = p.Id.ToString(), topic = p.Topic, text = p.Text }),
    });

    /// <summary>Where forms go; null where script takes them.</summary>
    public string? Action => Gathering is { } g ? $"/aktiviteter/{g.Id}/ute?handler=Tap" : null;
}

/// <summary>One button to tap.</summary>
internal sealed record TapShown(string? Action, TallySort Sort, int Amount, string Label, string? Looks = null)
{
    public string? Topic { get; init; }
    public int Times { get; init; }
}

/// <summary>The screen for whoever wants to join in: of one stand, or empty, to be filled by script.</summary>
internal sealed record HandScreen(Gathering? Gathering, string? Unit, HandPage.Form Input, bool IsThanked, bool IsOpen)
{
    public static readonly HandScreen Empty = new(null, null, new HandPage.Form(), false, true);

    public string? About => Gathering is { } g ? JsonSerializer.Serialize(new { id = g.Id.ToString(), unit = Unit }) : null;
}
