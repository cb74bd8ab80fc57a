using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Calendars;
using Verksam.Features.Gatherings.Coming;
using Verksam.Features.Gatherings.Door;
using Verksam.Features.Gatherings.Helping;
using Verksam.Features.Gatherings.Inviting;
using Verksam.Features.Gatherings.Messages;
using Verksam.Features.Gatherings.Pictures;
using Verksam.Features.Gatherings.Programme;
using Verksam.Features.Gatherings.Rearranging;
using Verksam.Features.Gatherings.Series;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.Gatherings.Stands;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Export;
using Verksam.Features.People.Fields;
using Verksam.Features.People.Import;
using Verksam.Features.People.Notes;
using Verksam.Features.People.Offers;
using Verksam.Features.People.Protection;
using Verksam.Features.People.Reach;
using Verksam.Features.People.Seats;
using Verksam.Features.People.Segments;
using Verksam.Features.People.Tags;
using Verksam.Features.People.Welcome;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Amending;
using Verksam.Features.Planning.Deciding;
using Verksam.Features.Planning.Carrying;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Planning.Replanning;
using Verksam.Features.Planning.Sharing;
using Verksam.Features.Structure;
using Verksam.Features.Structure.Days;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;

namespace Verksam.Features.Auditing;

/// <summary>Which part of the house each thing in the trail belongs to, as one chooses it in the filter.</summary>
internal static class Rooms
{
    /// <summary>The way in of a person; noted by that name, with the person's id.</summary>
    public const string Account = "Account";

    /// <summary>What happens to a person's second step; noted by these names, with the person's id.</summary>
    private static readonly string[] TwoSteps = ["SecondStep", "RecoveryCode", "SecondStepRest"];

    /// <summary>What is kept of a person besides; each row names whose it is.</summary>
    private static readonly string[] Kept =
    [
        nameof(Way), nameof(PostalAddress), nameof(SealedIdentity), nameof(PersonNote), nameof(Tagging), nameof(FieldValue), nameof(PersonSkill), nameof(FreeTime),
        nameof(PersonPlace), nameof(Seat), nameof(Caller), nameof(Call), nameof(CallAnswer),
        nameof(WelcomeCase), nameof(WelcomeTry), nameof(WelcomeInvitation), nameof(ContactPerson), nameof(Consent), WaitingPage.What,
    ];

    public static readonly IReadOnlyDictionary<string, string[]> All = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["manniskor"] = [nameof(Person), nameof(Assignment), nameof(Relation), nameof(PaidPeriod), RollPage.What, RegisterPage.What, Exporting.What, .. Kept,
            nameof(Tag), nameof(CustomField), nameof(FieldOption), nameof(Skill), nameof(PublicBody),
            nameof(CallList), nameof(CallQuestion), BehindPage.What, AnswersPage.What, nameof(Segment), nameof(ImportRun), nameof(ImportSource), nameof(WelcomeRule)],
        ["konton"] = [Account, .. TwoSteps, nameof(CalendarAddress), nameof(Letter)],
        ["organisationen"] = [nameof(Unit), nameof(Group), nameof(Role), nameof(YearDay), nameof(DayAnswer)],
        ["planen"] = [nameof(Plan), nameof(PlanVersion), nameof(Commitment), nameof(Report),
            nameof(LinkedThing), nameof(Replan), nameof(Part), nameof(Amendment), nameof(Sitting), nameof(Matter), nameof(Series), nameof(SeriesPoint), nameof(IMeasure)],
        ["aktiviteterna"] = [nameof(Gathering), nameof(GatheringSeries), nameof(Rearrangement), nameof(SignUp), nameof(Shift), nameof(ShiftPlace), nameof(Attendance), nameof(KitItem), nameof(HelpRequest), nameof(TalkingPoint), nameof(StandReport), nameof(Guest), nameof(GatheringQuestion), nameof(GatheringAnswer), nameof(GatheringInvitation), nameof(MessageWords), nameof(GatheringKind), nameof(BackgroundDay), nameof(GatheringTie), nameof(GatheringCost), nameof(CoArranger), nameof(BringItem), nameof(Contributor), nameof(Reading), nameof(GatheringPicture), nameof(Venue)],
        ["programmet"] = [nameof(Setting), nameof(AuditEntry), LogFile.What],
    };

    /// <summary>What is not any one unit's.</summary>
    public static readonly string[] OfTheWhole = [nameof(Role), nameof(GatheringKind), nameof(BackgroundDay), nameof(MessageWords), nameof(Letter), nameof(IMeasure), nameof(Setting), nameof(AuditEntry), LogFile.What];

    /// <summary>Those that tell of a person by themselves.</summary>
    public static readonly string[] OfPeople = [nameof(Person), nameof(Assignment), nameof(Relation), nameof(PaidPeriod), .. Kept, RollPage.What, RegisterPage.What, Account, .. TwoSteps, nameof(CalendarAddress), nameof(Letter), nameof(IMeasure)];
}
