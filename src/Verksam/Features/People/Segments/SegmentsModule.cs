using Verksam.Features.People.Listing;
using Verksam.Features.People.Segments.Conditions;
using Verksam.Kernel;

namespace Verksam.Features.People.Segments;

internal static class SegmentsModule
{
    public static IServiceCollection AddSegments(this IServiceCollection services) => services
        .AddSingleton<SegmentKinds>().AddScoped<SegmentPeople>().AddScoped<SegmentPeople.Ground>().AddScoped<SegmentPage.Parts>()
        .AddScoped<ISegmentUse, NestedUse>()
        .AddSingleton(new MenuEntry("Segments.Title", "/urval", "reglage", Permission.SeePeople, 31))
        .AddSingleton(new BulkAct("urval", "Segments.Bulk", Permission.SeePeople, "/urval/valda", 60))
        .AddBelonging().AddPersons().AddWaysAndMarks().AddDuties();

    private static IServiceCollection AddBelonging(this IServiceCollection services) => services
        .Filter<UnitAndBelow>().Filter<UnitItself>()
        .Filter<RelationNow>().Filter<RelationOn>().Filter<BecameBetween>().Filter<LeftBetween>().Filter<EverWas>()
        .Filter<MemberAtLeast>().Filter<MemberAtMost>().Filter<PaidOn>().Filter<VoteOn>().Filter<CameBetween>();

    private static IServiceCollection AddPersons(this IServiceCollection services) => services
        .Filter<Named>().Filter<AgeBetween>().Filter<BirthdayWithin>().Filter<BirthdayIn>().Filter<BirthKnown>()
        .Filter<Town>().Filter<PostalCodeFrom>().Filter<Speaks>();

    private static IServiceCollection AddWaysAndMarks(this IServiceCollection services) => services
        .Filter<HasEmail>().Filter<HasPhone>().Filter<WayIs>().Filter<Wishes>().Filter<NotCalled>().Filter<HasAddress>().Filter<LetterReturned>().Filter<WaitsForWelcome>().Filter<Welcomed>().Filter<CalledWithin>().Filter<DoneOnList>()
        .Filter<HasTag>().Filter<FieldFilled>().Filter<FieldText>().Filter<FieldNumber>().Filter<FieldDay>().Filter<FieldYesNo>().Filter<FieldChoice>().Filter<FieldSeveral>();

    private static IServiceCollection AddDuties(this IServiceCollection services) => services
        .Filter<HasDuty>().Filter<InGroup>().Filter<DutyEnded>().Filter<InBody>().Filter<ElectedAt>()
        .Filter<OffersSkill>().Filter<FreeAt>().Filter<WantsToBeIn>()
        .Filter<HasAccount>().Filter<InSegment>().Filter<HandPicked>();

    private static IServiceCollection Filter<T>(this IServiceCollection services) where T : class, ISegmentFilter => services.AddSingleton<ISegmentFilter, T>();
}
