using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.Gatherings;
using Verksam.Features.Gatherings.Rearranging;
using Verksam.Features.Gatherings.Series;
using Verksam.Features.Gatherings.Shifts;
using Verksam.Features.People;
using Verksam.Features.People.Fields;
using Verksam.Features.People.Calling;
using Verksam.Features.People.Segments;
using Verksam.Features.People.Import;
using Verksam.Features.People.Welcome;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Deciding;
using Verksam.Features.Planning.Sharing;
using Verksam.Features.Structure;
using Verksam.Features.Structure.Days;
using Verksam.Kernel;
using Verksam.Kernel.Files;
using Verksam.PlanReading;

namespace Verksam.Tests.House;

/// <summary>For each unit a plan of this year in every state there is, so that whoever sees too much sees something.</summary>
internal static partial class Plans
{
    public const int Year = 2026;

    public static async Task Write(AppDb db)
    {
        await WriteFor(db, Cast.District, Cast.Alnas, Cast.Stora);
        db.Add(new CustomField(Cast.District.Id, "Tröjstorlek", FieldKind.Text, 0));
        Import(db);
        // one of the nominators of Storå sees what members see: an assignment to open and to end
        var nominator = await db.Roles.Where(r => r.Code == StandardRoles.Nominator).Select(r => r.Id).SingleAsync();
        WriteCallList(db);
        WriteGathering(db);
        db.Add(new Segment(Cast.District.Id, Cast.Ombudsman.Id, "Alla vi når", SegmentText.Read("1.alla(epost)")));
        db.Add(Assignment.Give(Cast.MemberOfStora.Id, nominator, Cast.Stora.Id, FakeTime.Today.AddYears(-1)));
        // and is new, to be called by a member who may see nobody else
        var welcome = WelcomeCase.RaisedHand(Cast.MemberOfStora.Id, Cast.Stora.Id, null, FakeTime.Today, WelcomeRule.UsualDays);
        welcome.GiveTo(Cast.MemberOfAlnas.Id, ContactRule.Hand, FakeTime.Start);
        db.Add(welcome);
    }

    // the district has a members' meeting at a place of its own
    private static void WriteGathering(AppDb db)
    {
        var hall = new Venue(Cast.District.Id);
        hall.Describe("Folkets hus", "Storgatan 1", "831 30", "Norrsjö");
        var meeting = new Gathering(Cast.District.Id, "meeting", Cast.Ombudsman.Id, FakeTime.Start);
        meeting.Describe("Medlemsmöte", "meeting", null, null);
        meeting.IsAskedAbout(null);
        meeting.IsFor(Audience.Members, null, null);
        meeting.Take(new Hours(FakeTime.Start.AddDays(20), FakeTime.Start.AddDays(20).AddHours(2)), new Whereabouts(hall.Id, null, null), FakeTime.Start);
        meeting.Publish(FakeTime.Start);
        var series = new GatheringSeries(Cast.District.Id, Pace.Yearly, FakeTime.Today.AddDays(20));
        meeting.IsOneOf(series, series.First);
        var rearranged = new Rearrangement(RearrangeKind.Move, Guid.CreateVersion7(FakeTime.Start), Cast.Ombudsman.Id, FakeTime.Start);
        rearranged.Says("Lokalen var upptagen.");
        rearranged.Moves(7, new TimeOnly(18, 30), null);
        rearranged.Done(FakeTime.Start);
        var shift = new Shift(meeting.Id);
        shift.Describe("Duka och brygga kaffe", 2, null);
        shift.Take(meeting, FakeTime.Today.AddDays(20), new TimeOnly(8, 0), new TimeOnly(9, 30));
        db.AddRange(hall, series, meeting, shift, rearranged, new RearrangedGathering(rearranged.Id, meeting));
    }

    // the district calls its own, and a member of Storå helps
    private static void WriteCallList(AppDb db)
    {
        var list = new CallList(Cast.District.Id);
        list.Describe("Vårkampanjen", "Vi bjuder in till vårmötet.", null);
        list.Lasts(FakeTime.Today, null);
        list.Open();
        db.AddRange(list, new Caller(list.Id, Cast.MemberOfStora.Id));
    }

    public static Task WriteFor(AppDb db, params Unit[] units)
    {
        foreach (var unit in units)
        {
            var plan = new Plan(unit.Id, Year);
            db.Add(plan);
            var number = 0;
            if (unit == Cast.District)
                db.AddRange(new Sitting(plan.Id, "Distriktsstyrelsen", FakeTime.Today, Cast.Ombudsman.Id, FakeTime.Start), new YearDay(unit.Id));
            foreach (var state in Enum.GetValues<VersionState>())
            {
                db.AddRange(Version(plan, unit, ++number, state, out var commitment), commitment);
                if (state == VersionState.Adopted && unit == Cast.District)
                    db.Add(new Part(commitment.Id, Cast.Alnas.Id, FakeTime.Start));
            }
        }
        return Task.CompletedTask;
    }

    // a file for the district that waits for its columns
    private static void Import(AppDb db)
    {
        var content = "Namn;Ort\nBritta Nyman;Alnäs"u8.ToArray();
        var file = new StoredFile("medlemmar.csv", "text/csv", Convert.ToHexStringLower(SHA256.HashData(content)), FakeTime.Start);
        db.AddRange(file, new FileBytes(file.Id) { Content = content }, new ImportRun(Cast.District.Id, file, FakeTime.Start));
    }

    /// <summary>What the words in braces of an address stand for here.</summary>
    public static async Task<Dictionary<string, string>> Places(AppDb db)
    {
        var draft = await db.PlanVersions.Where(v => v.State == VersionState.Draft && v.SourceName == $"{Cast.District.Name} {VersionState.Draft}").SingleAsync();
        var drafted = await db.Commitments.Where(c => c.Passages.Any(p => p.VersionId == draft.Id)).Select(c => c.Id).SingleAsync();
        var letter = await db.Letters.Select(l => l.Id).FirstOrDefaultAsync();
        var assignment = await db.Assignments.Where(a => a.PersonId == Cast.MemberOfStora.Id).Select(a => a.Id).SingleAsync();
        return new(StringComparer.Ordinal)
        {
            ["year"] = "2026",
            ["fortsatter.id"] = drafted.ToString(),
            ["styrelsen.id"] = (await db.Sittings.Select(s => s.Id).FirstAsync()).ToString(),
            ["dag.id"] = (await db.YearDays.Select(d => d.Id).FirstAsync()).ToString(),
            ["planen.id"] = draft.Id.ToString(),
            ["ringlistor.id"] = (await db.CallLists.Select(l => l.Id).SingleAsync()).ToString(),
            ["nya-medlemmar.id"] = (await db.WelcomeCases.Select(c => c.Id).FirstAsync()).ToString(),
            ["aktiviteter.id"] = (await db.Gatherings.Select(g => g.Id).FirstOrDefaultAsync()).ToString(),
            ["kalender.id"] = (await db.Gatherings.Where(g => g.Audience == Audience.Everybody).Select(g => g.Id).FirstOrDefaultAsync()).ToString(),
            ["shift"] = (await db.Shifts.Select(s => s.Id).FirstOrDefaultAsync()).ToString(),
            ["omplaneringar.id"] = (await db.Rearrangements.Select(r => r.Id).FirstOrDefaultAsync()).ToString(),
            ["serier.id"] = (await db.GatheringSeries.Select(s => s.Id).FirstOrDefaultAsync()).ToString(),
            ["platser.id"] = (await db.Venues.Select(v => v.Id).FirstOrDefaultAsync()).ToString(),
            ["manniskor.id"] = Cast.MemberOfStora.Id.ToString(),
            ["urval.id"] = (await db.Segments.Select(s => s.Id).FirstOrDefaultAsync()).ToString(),
            ["brev.id"] = letter.ToString(),
            ["logga-in.id"] = draft.Id.ToString(),
            ["falt.id"] = (await db.CustomFields.Select(f => f.Id).FirstOrDefaultAsync()).ToString(),
            ["logotyp.id"] = draft.Id.ToString(),
            ["assignment"] = assignment.ToString(),
            ["importera.id"] = (await db.Imports.Select(r => r.Id).FirstAsync()).ToString(),
            ["slug"] = "stora",
            ["number"] = "1.1",
            ["matt.slug"] = "people",
            ["unit"] = "alnas",
            ["part"] = "alnas",
            ["secret"] = "nonsens",
            ["link"] = "nonsens",
            ["token"] = "nonsens",
            ["language"] = "sv",
            ["name"] = "planen",
            ["file"] = "oversikt.png",
            ["fel.code"] = "404",
            ["kod.code"] = "K7MF3QXA",
        };
    }

    /// <summary>
    /// "/planen/{year:int}" → "/planen/2026". A word may mean different things in different rooms ("manniskor.id") and after different
    /// words ("styrelsen.id"); one that is not known here must be taught.
    /// </summary>
    public static string Fill(string pattern, Dictionary<string, string> places)
    {
        var room = pattern.Split('/')[1];
        return Brace().Replace(pattern, m => places.GetValueOrDefault($"{pattern[..m.Index].Split('/')[^2]}.{m.Groups[1].Value}")
            ?? places.GetValueOrDefault($"{room}.{m.Groups[1].Value}") ?? places[m.Groups[1].Value]);
    }

    private static PlanVersion Version(Plan plan, Unit unit, int number, VersionState state, out Commitment commitment)
    {
        var text = $"{unit.Name} ska hålla minst fyra möten ({state}).";
        var whole = new TextRange(0, text.Length);
        var document = new PlanDocument(text, [new Block(BlockKind.Paragraph, 0, whole)]);
        var version = PlanVersion.BringIn(plan.Id, number, document, $"{unit.Name} {state}", null, FakeTime.Start);
        commitment = Commitment.Found(plan.Id, version.Id, new FoundCommitment([whole], text, null, CommitmentKind.Activity, Modality.Must, null, null, null, [], 0.9));
        if (state != VersionState.Draft)
            commitment.Accept(commitment.Reading, Cast.Ombudsman.Id, FakeTime.Start);
        if (state == VersionState.Adopted)
            commitment.GetNumber(1, 1);
        Bring(version, state);
        return version;
    }

    private static void Bring(PlanVersion version, VersionState state)
    {
        if (state == VersionState.Draft)
            return;
        if (state == VersionState.Discarded)
        {
            version.Discard();
            return;
        }
        version.Propose(0, 1, 0, FakeTime.Start);
        if (state is VersionState.Adopted or VersionState.Replaced)
            version.Adopt("Årsmötet", FakeTime.Today, "§ 14", FakeTime.Today);
        if (state == VersionState.Replaced)
            version.Replace();
        if (state == VersionState.Amended)
            version.Amend();
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Brace();
}
