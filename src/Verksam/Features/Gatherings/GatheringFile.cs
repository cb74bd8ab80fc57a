using Verksam.Features.Structure;
using Verksam.Formats.Calendar;
using Verksam.Formats.Mime;
using Verksam.Kernel.Time;

namespace Verksam.Features.Gatherings;

/// <summary>A gathering as a calendar has it (RFC 5545): the same id for ever, a number that grows with each change of when and where.</summary>
internal static class GatheringFile
{
    public const string Product = "-//Verksam//Verksam//SV";

    /// <param name="where">In words, as the page says it.</param>
    /// <param name="page">The gathering's own address, in full.</param>
    /// <param name="hasLink">Whether the link to take part from afar is in it: only for those who may have it.</param>
    public static byte[] Of(Gathering gathering, Unit unit, string where, Uri page, bool hasLink) => Of([Entry(gathering, unit.Name, where, page).With(gathering, hasLink)]);

    /// <summary>What goes along with a letter. Nobody is asked to answer it: it is told, and read again it puts right what a calendar has.</summary>
    /// <param name="name">What the file is called after.</param>
    public static MimeAttachment Attached(string name, IEnumerable<CalendarEntry> entries) =>
        new($"{Unit.Slugged(name)}.ics", $"{CalendarWriter.ContentType}; method=PUBLISH", Of(entries));

    /// <summary>With the link to take part from afar, for whoever may have it.</summary>
    public static CalendarEntry With(this CalendarEntry entry, Gathering gathering, bool hasLink) =>
        entry with { Conference = hasLink && gathering.Link is { } link ? new CalendarConference(new Uri(link)) : null };

    private static byte[] Of(IEnumerable<CalendarEntry> entries) => CalendarWriter.Write(new CalendarFeed
    {
        ProductId = Product,
        Method = CalendarMethod.Publish,
        Zone = OurTime.Zone,
        Entries = [.. entries],
    });

    /// <summary>The same id, number and words in every calendar that has it.</summary>
    public static CalendarEntry Entry(Gathering gathering, string unit, string where, Uri page) => new()
    {
        Uid = $"{gathering.Id}@verksam",
        Summary = gathering.Title,
        Sequence = gathering.Sequence,
        Stamp = gathering.ChangedAt,
        LastModified = gathering.ChangedAt,
        Created = gathering.CreatedAt,
        When = new HoursSpan(gathering.Starts, gathering.Ends),
        Description = gathering.Lead,
        Location = where,
        Url = page,
        Organizer = new CalendarUser(unit),
        Status = gathering.State == GatheringState.Cancelled ? EntryStatus.Cancelled : EntryStatus.Confirmed,
    };
}
