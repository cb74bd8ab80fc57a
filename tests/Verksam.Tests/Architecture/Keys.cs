using System.Text.RegularExpressions;
using Verksam.Features.Accounts.TwoStep;
using Verksam.Features.Auditing;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Calendars;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Helping;
using Verksam.Features.Gatherings.Inviting;
using Verksam.Features.Gatherings.Messages;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.Gatherings.Stands;
using Verksam.Features.Gatherings.Rearranging;
using Verksam.Features.Gatherings.Series;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Doing;
using Verksam.Features.People.Offers;
using Verksam.Features.People.Fields;
using Verksam.Features.People.Reach;
using Verksam.Features.People.Seats;
using Verksam.Features.People.Segments;
using Verksam.Features.People.Listing;
using Verksam.Features.People.Export;
using Verksam.Features.People.Import;
using Verksam.Features.People.Import.Comparing;
using Verksam.Features.People.Import.Reading;
using Verksam.Features.People.Welcome;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Amending;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Deciding;
using Verksam.Features.Planning.Following;
using Verksam.Features.Planning.Replanning;
using Verksam.Features.Structure;
using Verksam.Features.Structure.Days;
using Verksam.Formats;
using Verksam.Formats.Tables;
using Verksam.Formats.Tables.Cells;
using Verksam.Formats.Tables.Columns;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Doctor;
using Verksam.Kernel.Outbox;
using Verksam.Kernel.Text;
using Verksam.PlanReading;
using Fault = Verksam.Kernel.Hosting.Fault;

namespace Verksam.Tests.Architecture;

/// <summary>The keys of texts: as the resources have them, as the code and the pages use them.</summary>
internal static partial class Keys
{
    /// <summary>
    /// Keys that are put together: what stands before the first brace, and what may follow. A new one gets a line here.
    /// </summary>
    private static readonly Dictionary<string, IEnumerable<string>> PutTogether = new(StringComparer.Ordinal)
    {
        ["Accounts.Letters."] = Enum.GetNames<LetterState>(),
        ["Accounts.Start.Kind."] = Enum.GetNames<UnitKind>(),
        ["Accounts.Start.Stage"] = ["1", "2", "3"],
        ["Accounts.TwoStep.Subject."] = Enum.GetNames<TwoStepNews>(),
        ["Accounts.TwoStep.News."] = Enum.GetNames<TwoStepNews>(),
        ["Auditing.Field."] = Audited.Properties.Except(LogWords.Technical),
        ["Auditing.Kind."] = Enum.GetNames<AuditKind>(),
        ["Auditing.Review."] = Enum.GetNames<ReviewState>(),
        ["Auditing.Matter."] = Enum.GetNames<MatterKind>(),
        ["Auditing.Replan."] = Enum.GetNames<ReplanKind>(),
        ["Auditing.Room."] = Rooms.All.Keys,
        ["Auditing.Through."] = ["web", "job", "set-up", "reminder-link", "command", "demo", "import"],
        ["Auditing.What."] = Rooms.All.Values.SelectMany(things => things),
        ["Calling.Answer."] = [CallQuestion.Yes, CallQuestion.No],
        ["Calling.Is."] = Enum.GetNames<CallStanding>(),
        ["Calling.Lists."] = Enum.GetNames<CallListState>(),
        ["Calling.Outcome."] = Enum.GetNames<CallOutcome>(),
        ["Calling.Question.Kind."] = Enum.GetNames<QuestionKind>(),
        ["Calling.Receipt."] = Enum.GetNames<CallReceipt>().Where(r => r != nameof(CallReceipt.NotYours)),
        ["Calling.Standing."] = Enum.GetNames<CallStanding>(),
        ["Calling.Timeline."] = Enum.GetNames<CallOutcome>(),
        ["People.Column."] = Enum.GetNames<ListColumn>(),
        ["Export.Column."] = PeopleTable.Columns,
        ["Export.Format."] = Enum.GetNames<TableFormat>(),
        ["Gatherings.Access."] = Enum.GetNames<AccessQuestion>().SelectMany(q => Enum.GetNames<AccessAnswer>().Select(a => $"{q}.{a}").Prepend(q)),
        ["Gatherings.Access.Answer."] = Enum.GetNames<AccessAnswer>(),
        ["Gatherings.Audience."] = Enum.GetNames<Audience>(),
        ["Gatherings.Kind."] = Kinds.Usual,
        ["Gatherings.KindWords."] = Kinds.Usual,
        ["Calendars.Choice."] = Enum.GetNames<CalendarChoice>(),
        ["Calendars.Holiday."] = PublicHolidays.Of(2004).Concat(PublicHolidays.Of(2005)).Select(h => h.Key).Distinct(),
        ["Calendars.Kind."] = Enum.GetNames<BackgroundKind>(),
        ["Doing.Have."] = Enum.GetNames<Spare>(),
        ["Doing.Rather."] = Enum.GetNames<Taste>(),
        ["Doing.Waits.Time."] = Enum.GetNames<Spare>(),
        ["Doing.Waits.Rather."] = Enum.GetNames<Taste>(),
        ["Calendars.View."] = Enum.GetNames<CalendarView>(),
        ["Coming.Confirm.Subject."] = Enum.GetNames<SignUpState>().Except(["Offered"]),
        ["Coming.Heading."] = Enum.GetNames<SignUpState>().Except(["Left"]),
        ["Coming.Log."] = Enum.GetNames<SignUpState>(),
        ["Coming.Said."] = Enum.GetNames<SignUpState>(),
        ["Inviting.Said."] = Enum.GetNames<InvitedAnswer>(),
        ["Helping.Sort."] = Enum.GetNames<HelpSort>(),
        ["Helping.Need."] = ["Asked", "Promised", "Declined"],
        ["Helping.State."] = Enum.GetNames<HelpState>(),
        ["Inviting.State."] = Enum.GetNames<InvitedState>(),
        ["Inviting.Sum."] = Enum.GetNames<InvitedState>(),
        ["Messages.Again."] = Enum.GetNames<Again>(),
        ["Messages.Score."] = ["1", "2", "3", "4", "5"],
        ["Messages.Step."] = Enum.GetNames<MessageStep>().SelectMany(s => new[] { s, s + ".When", s + ".Adds" }),
        ["Messages.Subject."] = Enum.GetNames<MessageStep>().Except(["Confirmed"]),
        ["Messages.Usual."] = Enum.GetNames<MessageStep>(),
        ["Open.Status."] = Enum.GetNames<SignUpState>(),
        ["Rearranging.Done."] = Enum.GetNames<RearrangementState>(),
        ["Rearranging.Kind."] = Enum.GetNames<RearrangeKind>(),
        ["Rearranging.Row."] = Enum.GetNames<RearrangedState>(),
        ["Shifts.Clash."] = ["Shift", "Gathering", "Near", "Shift.Title", "Gathering.Title", "Near.Title"],
        ["Shifts.Letter."] = Enum.GetNames<ShiftNews>().SelectMany(n => new[] { $"{n}.Subject", $"{n}.Text" }),
        ["Shifts.Log."] = Enum.GetNames<PlaceState>(),
        ["Shifts.State."] = [nameof(PlaceState.Declined), nameof(PlaceState.Silent)],
        ["Shifts.Why."] = ["Shift", "Gathering", "Near"],
        ["Shifts.Why.Free."] = Enum.GetNames<DayPart>(),
        ["Stands.Hand.Wish."] = Enum.GetNames<HandWish>(),
        ["Stands.Kit.Lacks."] = Enum.GetNames<KitSort>(),
        ["Stands.Kit.Sort."] = Enum.GetNames<KitSort>(),
        ["Stands.Kit.State."] = Enum.GetNames<KitState>(),
        ["Stands.Places.Order."] = PlacesGavePage.Orders,
        ["Stands.Report."] = ["WentWell", "ToChange", "Asked", "Weather"],
        ["Stands.Report.Line."] = ["WentWell", "ToChange", "Asked", "Weather"],
        ["Series.Pace."] = Enum.GetNames<Pace>().Append("None"),
        ["Series.Scope."] = Enum.GetNames<Scope>(),
        ["Gatherings.State."] = Enum.GetNames<GatheringState>().Append("Over"),
        ["Import.Chip."] = Enum.GetNames<Outcome>().Append("All"),
        ["Import.Choice."] = Enum.GetNames<RowChoice>().Except([nameof(RowChoice.None)]),
        ["Import.Column."] = ImportFields.Offered.Select(f => f.ToString()),
        ["Import.Count."] = [.. Enum.GetNames<Outcome>(), "Decided", "LeftOut"],
        ["Import.DateOrder."] = Enum.GetNames<DateOrder>(),
        ["Import.Doubt."] = Enum.GetNames<Doubt>(),
        ["Import.Encoding."] = Enum.GetNames<TextEncoding>(),
        ["Import.Fault."] = RowFaults.All,
        ["Import.Field."] = Enum.GetNames<ImportField>(),
        ["Import.GoneRule."] = Enum.GetNames<GoneRule>(),
        ["Import.Head."] = Enum.GetNames<RunState>().Except([nameof(RunState.Mapping)]),
        ["Import.Lead."] = Enum.GetNames<RunState>().Except([nameof(RunState.Mapping)]),
        ["Import.Notice."] = ["merged-cells", "external-links", "macros"],
        ["Import.Result."] = [nameof(RunState.Applied), nameof(RunState.Undone)],
        ["Import.Stage."] = ["1", "2", "3", "4"],
        ["Import.State."] = Enum.GetNames<RunState>().Except([nameof(RunState.Abandoned)]),
        ["Import.Third."] = Enum.GetNames<Outcome>(),
        ["Import.Trouble."] = ["meanwhile", "broken", "obstacles"],
        ["Import.Unreadable."] = Constants(typeof(UnreadableDocument)).Concat(Constants(typeof(UnreadableTable))),
        ["Import.Why."] = Constants(typeof(ColumnReasons)).Append(Guessing.IsItNeeded).Append(Guessing.AsBefore),
        ["Import.Working."] = [nameof(RunState.Reading), nameof(RunState.Applying), nameof(RunState.Undoing)],
        ["Import.Wrong."] = Constants(typeof(CellWrongs)),
        ["People.FeeYear."] = Enum.GetNames<FeeYear>(),
        ["People.Leaving."] = Enum.GetNames<LeavingReason>(),
        ["People.Order."] = Enum.GetNames<ListOrder>(),
        ["People.Payment.Lead."] = Enum.GetNames<FeeYear>().Where(y => y != nameof(FeeYear.None)),
        ["People.Relation."] = Enum.GetNames<RelationKind>().SelectMany(k => new[] { k, k + ".In" }),
        ["People.Relations."] = Enum.GetNames<RelationKind>(),
        ["People.Roll.Rule."] = Enum.GetNames<FeeYear>(),
        ["Planning.Measures.Seat."] = Enum.GetNames<SeatKind>(),
        ["Planning.BringIn.Language."] = ["nb", "da", "en"],
        ["Planning.Kind."] = Enum.GetNames<CommitmentKind>(),
        ["Planning.Modality."] = Enum.GetNames<Modality>(),
        ["Planning.Measure."] = Enum.GetNames<MeasureDirection>().SelectMany(d => new[] { d, d + "Value" }),
        ["Planning.Measure.Choice."] = ["None", .. Enum.GetNames<MeasureDirection>(), "All"],
        ["Planning.State."] = Enum.GetNames<VersionState>(),
        ["Planning.Status."] = Enum.GetNames<Status>().SelectMany(s => new[] { s, s + ".Many" }),
        ["Planning.Living.Filter."] = ["alla", "mina", "sena", "utan"],
        ["Planning.Review.State."] = ["open", "doubt", "yes", "changed", "no"],
        ["Planning.Unreadable."] = Constants(typeof(UnreadableDocument)),
        ["Planning.Why."] = ["modal", "need", "aim", "goal", "responsible", "encouraged", "important", "offer", "lead-in", "verb-first",
            "present-action", "present-passive", "label", "table", "calendar", "calendar-uncertain", "event", "chapter", "counted", "due", "pointed-at"],
        ["Planning.Rule."] = ["dropped", "word", "count", "due", "last-year", "pace", "no-owner", "no-news", "news", "nothing", "old-news", "parts"],
        ["Planning.Field."] = ["Kind", "Modality", "Responsible", "Measure", "Value", "What", "Due"],
        ["Planning.Living."] = ["Proposal", "Replaced", "Amended"],
        ["Planning.Amendments.Kind."] = Enum.GetNames<AmendmentKind>(),
        ["Planning.Amendments.Advice."] = ["None", "Approved", "Rejected", "Answered"],
        ["Planning.Amendments.Do."] = ["Approved", "Rejected", "Answered"],
        ["Planning.Amendments.Decision."] = Enum.GetNames<Ruling>(),
        ["Planning.Amendments.Said."] = Enum.GetNames<Ruling>(),
        ["Planning.Matter."] = Enum.GetNames<MatterState>(),
        ["Planning.History."] = Enum.GetNames<ReplanKind>(),
        ["Planning.Standing.Rule."] = Enum.GetNames<Status>(),
        ["Planning.FollowUp."] = FollowUp.Sections.Select(s => s.Text),
        ["Fields.Kind."] = Enum.GetNames<FieldKind>(),
        ["Offers.Part."] = Enum.GetNames<DayPart>(),
        ["Seats.Kind."] = Enum.GetNames<SeatKind>(),
        ["Seats.Level."] = Enum.GetNames<BodyLevel>(),
        ["Reach.Address."] = Enum.GetNames<AddressKind>(),
        ["Reach.AddressLead."] = Enum.GetNames<AddressKind>(),
        ["Reach.State."] = Enum.GetNames<WayKind>().SelectMany(k => Enum.GetNames<WayState>().Select(s => k + s)),
        ["Reach.State.Email"] = Enum.GetNames<WayState>(),
        ["Reach.Wish."] = Enum.GetNames<ReachWish>(),
        ["Running.What."] = Enum.GetNames<Fault>(),
        ["Running.Do."] = Enum.GetNames<Fault>(),
        ["Segments.Demo."] = ["nya", "medlemmar", "brev", "obetalda", "unga"],
        ["Segments.Join."] = Enum.GetNames<Join>(),
        ["Segments.Level."] = Enum.GetNames<BodyLevel>(),
        ["Segments.Part."] = Enum.GetNames<DayPart>(),
        ["Segments.Subject."] = Enum.GetNames<SegmentSubject>(),
        ["Segments.Way."] = Enum.GetNames<WayKind>(),
        ["Segments.WayState."] = Enum.GetNames<WayState>(),
        ["Segments.Wish."] = Enum.GetNames<ReachWish>(),
        ["Structure.Colour."] = Colours.Offered.Select(c => c.Name),
        ["Structure.Days.Kind."] = Enum.GetNames<YearDayKind>(),
        ["Structure.Days.Nth."] = ["0", "1", "2", "3", "4", "5"],
        ["Structure.Days.Sort."] = UsualDays.Sorts,
        ["Structure.Days.Source."] = UsualDays.Keys,
        ["Structure.Days.Usual."] = UsualDays.Keys,
        ["Structure.Kind."] = Enum.GetNames<UnitKind>(),
        ["Structure.Kinds."] = Enum.GetNames<UnitKind>(),
        ["Structure.Words.Form."] = ["0", "1", "2", "3", "4"],
        ["Structure.Words.Noun."] = HouseWords.Nouns,
        ["Structure.Words.Preset."] = Presets.All,
        ["Structure.Role."] = Constants(typeof(StandardRoles)),
        ["Timeline.Became."] = Enum.GetNames<RelationKind>(),
        ["Auditing.WelcomeEnd."] = Enum.GetNames<WelcomeEnd>(),
        ["Welcome.End."] = Enum.GetNames<WelcomeEnd>(),
        ["Welcome.Outcome."] = Enum.GetNames<CallOutcome>(),
        ["Welcome.Since."] = Enum.GetNames<WelcomeCause>(),
        ["Welcome.Told."] = Enum.GetNames<CallOutcome>(),
        ["Welcome.Wish."] = Enum.GetNames<ReachWish>().Where(w => w != nameof(ReachWish.None)),
        ["Ui.Doctor.Level."] = Enum.GetNames<Level>(),
        ["Ui.Words."] = [.. HouseWords.Nouns, .. Presets.All.Where(p => p != Presets.Party).SelectMany(p => HouseWords.Nouns.Select(n => $"{p}.{n}"))],
        ["Ui.Error."] = new[] { "Stale", "NotYours", "NotHere", "Meanwhile", "TooLarge", "TooOften", "Full", "Away", "Broken", "Ours" }.SelectMany(k => new[] { k + ".Title", k + ".What", k + ".Do" }),
    };

    /// <summary>Key and text of every resource file of a language ("" for Swedish, ".en" for English).</summary>
    public static Dictionary<string, string> Of(string language) => Source.Files("src/Verksam", $"/Texts{language}.restext")
        .SelectMany(f => Source.Text(f).Split('\n')).Where(l => l.Contains('=', StringComparison.Ordinal) && !l.StartsWith('#'))
        .Select(l => l.Split('=', 2)).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    /// <summary>Every key that the code names, with one place where it does.</summary>
    public static Dictionary<string, string> Used() => Named().Where(k => !k.IsPattern).Select(k => (k.Key, k.Where))
        .Concat(Named().Where(k => k.IsPattern && PutTogether.ContainsKey(k.Key)).SelectMany(k => PutTogether[k.Key].Select(end => (Key: k.Key + end, k.Where))))
        .GroupBy(k => k.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Where, StringComparer.Ordinal);

    /// <summary>Keys that are put together and that no line above tells the ends of.</summary>
    public static IEnumerable<string> Untold() => Named().Where(k => k.IsPattern && !PutTogether.ContainsKey(k.Key)).Select(k => $"{k.Where}: {k.Key}{{…}}");

    /// <summary>Lines above that nothing needs any more.</summary>
    public static IEnumerable<string> Stale() => PutTogether.Keys.Except(Named().Where(k => k.IsPattern).Select(k => k.Key), StringComparer.Ordinal);

    /// <summary>"{0} … {1}" → 0, 1.</summary>
    public static IEnumerable<string> Places(string text) => Placeholder().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static IEnumerable<(string Key, bool IsPattern, string Where)> Named()
    {
        var rooms = string.Join('|', Of("").Keys.Select(k => k.Split('.')[0]).Distinct(StringComparer.Ordinal));
        var literal = new Regex($"""(\$?)"((?:{rooms})\.[^"]*)"?""", RegexOptions.None, TimeSpan.FromSeconds(1));
        return from file in Source.Files("src/Verksam", ".cs", ".cshtml")
               from match in literal.Matches(Source.Text(file))
               let key = match.Groups[2].Value
               let isPattern = match.Groups[1].Length > 0 && key.Contains('{', StringComparison.Ordinal)
               select (isPattern ? key[..key.IndexOf('{', StringComparison.Ordinal)] : key, isPattern, file);
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields().Where(f => f is { IsLiteral: true } && f.FieldType == typeof(string)).Select(f => (string)f.GetRawConstantValue()!);

    [GeneratedRegex(@"\{\d+(?::[^}]*)?\}", RegexOptions.None, 1000)]
    private static partial Regex Placeholder();
}
