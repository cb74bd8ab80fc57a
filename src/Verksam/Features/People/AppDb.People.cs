using Microsoft.EntityFrameworkCore;
using Verksam.Features.People;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Doing;
using Verksam.Features.People.Fields;
using Verksam.Features.People.Import;
using Verksam.Features.People.Notes;
using Verksam.Features.People.Offers;
using Verksam.Features.People.Protection;
using Verksam.Features.People.Reach;
using Verksam.Features.People.Seats;
using Verksam.Features.People.Tags;
using Verksam.Features.People.Welcome;
using Verksam.Features.People.Listing;
using Verksam.Features.People.Segments;

namespace Verksam.Kernel;

internal abstract partial class AppDb
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<Way> Ways => Set<Way>();
    public DbSet<PostalAddress> Addresses => Set<PostalAddress>();
    public DbSet<SealedIdentity> SealedIdentities => Set<SealedIdentity>();
    public DbSet<Relation> Relations => Set<Relation>();
    public DbSet<PaidPeriod> PaidPeriods => Set<PaidPeriod>();
    public DbSet<Assignment> Assignments => Set<Assignment>();
    public DbSet<PersonNote> PersonNotes => Set<PersonNote>();
    public DbSet<Tag> Tags => Set<Tag>();
    public DbSet<Tagging> Taggings => Set<Tagging>();
    public DbSet<CustomField> CustomFields => Set<CustomField>();
    public DbSet<FieldOption> FieldOptions => Set<FieldOption>();
    public DbSet<FieldValue> FieldValues => Set<FieldValue>();
    public DbSet<Skill> Skills => Set<Skill>();
    public DbSet<PersonSkill> PersonSkills => Set<PersonSkill>();
    public DbSet<StandingWish> StandingWishes => Set<StandingWish>();
    public DbSet<FreeTime> FreeTimes => Set<FreeTime>();
    public DbSet<PersonPlace> PersonPlaces => Set<PersonPlace>();
    public DbSet<PublicBody> PublicBodies => Set<PublicBody>();
    public DbSet<Seat> Seats => Set<Seat>();
    public DbSet<Chosen> Chosen => Set<Chosen>();
    public DbSet<Segment> Segments => Set<Segment>();
    public DbSet<ShownColumns> ShownColumns => Set<ShownColumns>();
    public DbSet<ImportRun> Imports => Set<ImportRun>();
    public DbSet<ImportSource> ImportSources => Set<ImportSource>();
    public DbSet<ImportRow> ImportRows => Set<ImportRow>();
    public DbSet<WelcomeCase> WelcomeCases => Set<WelcomeCase>();
    public DbSet<WelcomeTry> WelcomeTries => Set<WelcomeTry>();
    public DbSet<WelcomeInvitation> WelcomeInvitations => Set<WelcomeInvitation>();
    public DbSet<WelcomeRule> WelcomeRules => Set<WelcomeRule>();
    public DbSet<ContactPerson> ContactPeople => Set<ContactPerson>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<WelcomeNudge> WelcomeNudges => Set<WelcomeNudge>();
}
