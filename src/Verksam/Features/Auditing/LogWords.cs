using System.Globalization;
using System.Text.Json;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Calendars;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Helping;
using Verksam.Features.Gatherings.Inviting;
using Verksam.Features.Gatherings.Rearranging;
using Verksam.Features.Gatherings.Series;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.Gatherings.Stands;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Fields;
using Verksam.Features.People.Reach;
using Verksam.Features.People.Seats;
using Verksam.Features.People.Welcome;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Amending;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Deciding;
using Verksam.Features.Planning.Replanning;
using Verksam.Features.Structure;
using Verksam.Features.Structure.Days;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;

namespace Verksam.Features.Auditing;

/// <summary>One thing that changed; nothing from and to when it is not shown.</summary>
internal sealed record LogChange(string Field, string? From, string? To, bool IsHidden);

/// <summary>The trail's names and values in words that a board member understands.</summary>
internal sealed class LogWords(Texts texts, OurTime time)
{
    /// <summary>How the program keeps things, not what they are: no row tells of it.</summary>
    public static readonly string[] Technical =
        ["NameFolded", "Path", "Slug", "AsRead", "Reasons", "Confidence", "NumbersGiven", "BlocksJson", "Code", "Order", "FigureAtWord", "Figure", "Start", "Length", "WasJson", "IsJson", "Month", "Nth", "Weekday", "DaysBefore", "FirstYear", "EveryYears", "IsAbout", "Folded", "Mask", "IdentityJson", "CallId", "Entry", "Act", "Telling", "Mapping", "Notice", "Headings", "TracesJson", "ContactRule", "Cause", "TryAgainWas", "AccessFacts", "Sequence", "Asked", "Turn"];

    private const int Longest = 160;

    public string Kind(AuditEntry entry) => texts[$"Auditing.Kind.{entry.Kind}"];

    public string What(AuditEntry entry) => texts[$"Auditing.What.{entry.What}"];

    public string Through(AuditEntry entry) => texts[$"Auditing.Through.{entry.Through}"];

    /// <summary>The ids that the changes tell of.</summary>
    public static IEnumerable<Guid> Ids(AuditEntry entry) => Read(entry).SelectMany(c => c.Value).Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty);

    public IReadOnlyList<LogChange> Changes(AuditEntry entry, IReadOnlyDictionary<Guid, Named> names) => entry.Kind == AuditKind.Read ? [] :
        [.. Read(entry).Where(c => !Technical.Contains(c.Key)).Select(c => new LogChange(
            texts[$"Auditing.Field.{c.Key}"],
            c.Value.Length == 2 ? Said(entry.What, c.Key, c.Value[0], names) : null,
            c.Value.Length == 2 ? Said(entry.What, c.Key, c.Value[1], names) : null,
            c.Value.Length != 2))];

    private static Dictionary<string, string?[]> Read(AuditEntry entry) => JsonSerializer.Deserialize<Dictionary<string, string?[]>>(entry.Changes) ?? [];

    private string? Said(string what, string property, string? value, IReadOnlyDictionary<Guid, Named> names) => value switch
    {
        null or "" => null,
        _ when Guid.TryParse(value, out var id) => names.GetValueOrDefault(id)?.Text ?? texts["Auditing.Gone"],
        "True" or "False" => texts[value == "True" ? "Auditing.Yes" : "Auditing.No"],
        _ when DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => time.Day(day),
        _ when DateTimeOffset.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) => time.Moment(at, texts["Auditing.Yesterday"]),
        _ when what == nameof(KitItem) && property == nameof(KitItem.State) && Enum.TryParse<KitState>(value, out var far) => texts[$"Stands.Kit.State.{far}"],
        _ when what == nameof(KitItem) && property == nameof(KitItem.Sort) && Enum.TryParse<KitSort>(value, out var sort) => texts[$"Stands.Kit.Sort.{sort}"],
        _ when what == nameof(HelpRequest) && property == nameof(HelpRequest.State) && Enum.TryParse<HelpState>(value, out var help) => texts[$"Helping.State.{help}"],
        _ when what == nameof(HelpRequest) && property == nameof(HelpRequest.Sort) && Enum.TryParse<HelpSort>(value, out var asks) => texts[$"Helping.Sort.{asks}"],
        _ when what == nameof(ShiftPlace) && property == nameof(ShiftPlace.State) && Enum.TryParse<PlaceState>(value, out var stands) => texts[$"Shifts.Log.{stands}"],
        _ => (what is nameof(Gathering) or nameof(GatheringSeries) or nameof(Rearrangement) or nameof(SignUp) or nameof(BackgroundDay) or nameof(GatheringInvitation) ? OfGatherings(property, value) : Chosen(what, property, value)) ?? (value.Length > Longest ? value[..Longest] + "…" : value),
    };

    // what is chosen among few has a word where it is chosen
    private string? Chosen(string what, string property, string value) => property switch
    {
        nameof(Call.Outcome) when what == nameof(Call) && Enum.TryParse<CallOutcome>(value, out var outcome) => texts[$"Calling.Outcome.{outcome}"],
        nameof(CallList.State) when what == nameof(CallList) && Enum.TryParse<CallListState>(value, out var state) => texts[$"Calling.Lists.{state}"],
        nameof(CallList.Kind) when what == nameof(CallList) && Enum.TryParse<RelationKind>(value, out var kind) => texts[$"People.Relation.{kind}"],
        nameof(CallQuestion.Kind) when what == nameof(CallQuestion) && Enum.TryParse<QuestionKind>(value, out var kind) => texts[$"Calling.Question.Kind.{kind}"],
        nameof(Commitment.Word) when Enum.TryParse<Status>(value, out var status) => texts[$"Planning.Status.{status}"],
        nameof(Matter.State) when what == nameof(Matter) && Enum.TryParse<MatterState>(value, out var state) => texts[$"Planning.Matter.{state}"],
        nameof(PlanVersion.State) when Enum.TryParse<VersionState>(value, out var state) => texts[$"Planning.State.{state}"],
        nameof(Unit.Kind) when what == nameof(Unit) && Enum.TryParse<UnitKind>(value, out var kind) => texts[$"Structure.Kind.{kind}"],
        nameof(Replan.Kind) when what == nameof(Replan) && Enum.TryParse<ReplanKind>(value, out var kind) => texts[$"Auditing.Replan.{kind}"],
        nameof(Amendment.Kind) when what == nameof(Amendment) && Enum.TryParse<AmendmentKind>(value, out var kind) => texts[$"Planning.Amendments.Kind.{kind}"],
        nameof(Amendment.Advice) or nameof(Amendment.Decision) when Enum.TryParse<Ruling>(value, out var ruling) => texts[$"Planning.Amendments.Decision.{ruling}"],
        nameof(Matter.Kind) when what == nameof(Matter) && Enum.TryParse<MatterKind>(value, out var kind) => texts[$"Auditing.Matter.{kind}"],
        nameof(YearDay.Kind) when what == nameof(YearDay) && Enum.TryParse<YearDayKind>(value, out var kind) => texts[$"Structure.Days.Kind.{kind}"],
        nameof(Relation.Kind) when what == nameof(Relation) && Enum.TryParse<RelationKind>(value, out var kind) => texts[$"People.Relation.{kind}"],
        nameof(Relation.Why) when what == nameof(Relation) && Enum.TryParse<LeavingReason>(value, out var why) => texts[$"People.Leaving.{why}"],
        nameof(WelcomeTry.Outcome) when what == nameof(WelcomeTry) && Enum.TryParse<CallOutcome>(value, out var outcome) => texts[$"Welcome.Outcome.{outcome}"],
        nameof(WelcomeCase.End) when what == nameof(WelcomeCase) && Enum.TryParse<WelcomeEnd>(value, out var end) => texts[$"Auditing.WelcomeEnd.{end}"],
        nameof(Interpretation.Kind) when Enum.TryParse<PlanReading.CommitmentKind>(value, out var kind) => texts[$"Planning.Kind.{kind}"],
        nameof(Interpretation.Modality) when Enum.TryParse<PlanReading.Modality>(value, out var modality) => texts[$"Planning.Modality.{modality}"],
        nameof(Commitment.Review) when Enum.TryParse<ReviewState>(value, out var review) => texts[$"Auditing.Review.{review}"],
        nameof(Interpretation.MeasureDirection) => texts[$"Planning.Measure.Choice.{value}"],
        _ => OfPeople(what, property, value),
    };

    private string? OfGatherings(string property, string value) => property switch
    {
        nameof(BackgroundDay.Kind) when Enum.TryParse<BackgroundKind>(value, out var behind) => texts[$"Calendars.Kind.{behind}"],
        nameof(Rearrangement.Kind) when Enum.TryParse<RearrangeKind>(value, out var kind) => texts[$"Rearranging.Kind.{kind}"],
        nameof(GatheringInvitation.Answer) when Enum.TryParse<InvitedAnswer>(value, out var said) => texts[$"Inviting.Said.{said}"],
        nameof(SignUp.State) when Enum.TryParse<SignUpState>(value, out var comes) => texts[$"Coming.Log.{comes}"],
        nameof(Rearrangement.State) when Enum.TryParse<RearrangementState>(value, out var done) => texts[$"Rearranging.Done.{done}"],
        nameof(Gathering.State) when Enum.TryParse<GatheringState>(value, out var state) => texts[$"Gatherings.State.{state}"],
        nameof(Gathering.Kind) => Kinds.Usual.Contains(value) ? texts[$"Gatherings.Kind.{value}"] : null,
        nameof(GatheringSeries.Pace) when Enum.TryParse<Pace>(value, out var pace) => texts[$"Series.Pace.{pace}"],
        nameof(Gathering.Audience) when Enum.TryParse<Audience>(value, out var audience) => texts[$"Gatherings.Audience.{audience}"],
        _ => null,
    };

    private string? OfPeople(string what, string property, string value) => (what, property) switch
    {
        (nameof(Way), nameof(Way.Kind)) => texts[value == nameof(WayKind.Email) ? "People.Email" : "People.Phone"],
        (nameof(Way), nameof(Way.State)) when Enum.TryParse<WayState>(value, out var state) => texts[$"Reach.State.Email{state}"],
        (nameof(PostalAddress), nameof(PostalAddress.Kind)) when Enum.TryParse<AddressKind>(value, out var kind) => texts[$"Reach.Address.{kind}"],
        (nameof(Person), nameof(Person.Wish)) when Enum.TryParse<ReachWish>(value, out var wish) => texts[$"Reach.Wish.{wish}"],
        (nameof(Person), nameof(Person.Language)) => Tongues.Name(value),
        (nameof(CustomField), nameof(CustomField.Kind)) when Enum.TryParse<FieldKind>(value, out var field) => texts[$"Fields.Kind.{field}"],
        (nameof(PublicBody), nameof(PublicBody.Level)) when Enum.TryParse<BodyLevel>(value, out var level) => texts[$"Seats.Level.{level}"],
        (nameof(Seat), nameof(Seat.Kind)) when Enum.TryParse<SeatKind>(value, out var seat) => texts[$"Seats.Kind.{seat}"],
        _ => null,
    };
}
