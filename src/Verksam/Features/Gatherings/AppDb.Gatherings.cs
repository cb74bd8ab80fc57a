using Microsoft.EntityFrameworkCore;
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

namespace Verksam.Kernel;

internal abstract partial class AppDb
{
    public DbSet<Gathering> Gatherings => Set<Gathering>();
    public DbSet<GatheringSeries> GatheringSeries => Set<GatheringSeries>();
    public DbSet<Rearrangement> Rearrangements => Set<Rearrangement>();
    public DbSet<RearrangedGathering> RearrangedGatherings => Set<RearrangedGathering>();
    public DbSet<Guest> Guests => Set<Guest>();
    public DbSet<SignUp> SignUps => Set<SignUp>();
    public DbSet<CalendarAddress> CalendarAddresses => Set<CalendarAddress>();
    public DbSet<BackgroundDay> BackgroundDays => Set<BackgroundDay>();
    public DbSet<GatheringQuestion> GatheringQuestions => Set<GatheringQuestion>();
    public DbSet<GatheringAnswer> GatheringAnswers => Set<GatheringAnswer>();
    public DbSet<Attendance> Attendances => Set<Attendance>();
    public DbSet<Shift> Shifts => Set<Shift>();
    public DbSet<ShiftPlace> ShiftPlaces => Set<ShiftPlace>();
    public DbSet<KitItem> KitItems => Set<KitItem>();
    public DbSet<TalkingPoint> TalkingPoints => Set<TalkingPoint>();
    public DbSet<TallyAct> TallyActs => Set<TallyAct>();
    public DbSet<HandAtStand> HandsAtStands => Set<HandAtStand>();
    public DbSet<StandReport> StandReports => Set<StandReport>();
    public DbSet<GatheringKind> GatheringKinds => Set<GatheringKind>();
    public DbSet<GatheringTie> GatheringTies => Set<GatheringTie>();
    public DbSet<GatheringCost> GatheringCosts => Set<GatheringCost>();
    public DbSet<CoArranger> CoArrangers => Set<CoArranger>();
    public DbSet<BringItem> BringItems => Set<BringItem>();
    public DbSet<GatheringInvitation> GatheringInvitations => Set<GatheringInvitation>();
    public DbSet<GatheringPicture> GatheringPictures => Set<GatheringPicture>();
    public DbSet<MessageWords> MessageWords => Set<MessageWords>();
    public DbSet<Opinion> Opinions => Set<Opinion>();
    public DbSet<Contributor> Contributors => Set<Contributor>();
    public DbSet<Reading> Readings => Set<Reading>();
    public DbSet<HelpRequest> HelpRequests => Set<HelpRequest>();
    public DbSet<Venue> Venues => Set<Venue>();
}
