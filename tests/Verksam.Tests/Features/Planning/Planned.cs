using Microsoft.EntityFrameworkCore;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Living;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.PlanReading;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.Planning;

/// <summary>Puts a plan where a test begins: a draft to review, or adopted and numbered.</summary>
internal static class Planned
{
    /// <summary>Four promises in two chapters; the second is due on the last day of May.</summary>
    public const string Choir = """
        # Konserter

        Kören bildades 1974. Vi ska hålla minst fyra konserter och bjuda in en gäst. Styrelsen ska boka kyrkan senast 31 maj.

        # Resor

        Vi ska åka till Åland i augusti. Antalet medlemmar ska öka.
        """;

    public static async Task<Id<PlanVersion>> Draft(AppUnderTest app, string text = Choir, Unit? unit = null) =>
        await Write(app, text, unit, (_, _, _) => { });

    public static async Task<Id<PlanVersion>> Proposed(AppUnderTest app, string text = Choir, Unit? unit = null) =>
        await Write(app, text, unit, (_, version, found) => Propose(version, found));

    public static async Task<Id<PlanVersion>> Adopted(AppUnderTest app, string text = Choir, Unit? unit = null) =>
        await Write(app, text, unit, (plan, version, found) =>
        {
            Propose(version, found);
            version.Adopt("Årsmötet i Norrsjö", FakeTime.Today.AddDays(-9), "§ 14", FakeTime.Today);
            Numbering.Give(plan, version, found);
        });

    /// <summary>The commitment with a number, to change.</summary>
    public static Task Change(AppUnderTest app, string number, Action<Commitment> change) => app.Write(async db => change(await Numbered(db, number)));

    public static Task<Commitment> Find(AppUnderTest app, string number) => app.Read(db => Numbered(db, number));

    /// <summary>What is found in a draft, in the order of the text.</summary>
    public static async Task<IReadOnlyList<Commitment>> Found(AppUnderTest app, Id<PlanVersion> version) =>
        Verksam.Features.Planning.Review.Reviewing.Order(await app.Read(db => db.Commitments.Include(c => c.Passages).ToListAsync()), version);

    private static Task<Commitment> Numbered(AppDb db, string number)
    {
        var parts = number.Split('.').Select(p => int.Parse(p, null)).ToArray();
        return db.Commitments.SingleAsync(c => c.Chapter == parts[0] && c.Running == parts[1]);
    }

    private static void Propose(PlanVersion version, List<Commitment> found)
    {
        found.ForEach(c => c.Accept(c.Reading, Cast.Ombudsman.Id, FakeTime.Start));
        version.Propose(0, found.Count, 0, FakeTime.Start);
    }

    private static async Task<Id<PlanVersion>> Write(AppUnderTest app, string text, Unit? unit, Action<Plan, PlanVersion, List<Commitment>> bring)
    {
        var read = PlanReader.ReadText(text, Plans.Year);
        var plan = new Plan((unit ?? Cast.District).Id, Plans.Year);
        var version = PlanVersion.BringIn(plan.Id, 1, read.Document, "kören.docx", null, FakeTime.Start);
        var found = read.Commitments.Select(c => Commitment.Found(plan.Id, version.Id, c)).ToList();
        bring(plan, version, found);
        await app.Write(db =>
        {
            db.Add(plan);
            db.Add(version);
            db.AddRange(found);
            return Task.CompletedTask;
        });
        return version.Id;
    }
}
