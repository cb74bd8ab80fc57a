using System.Text;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Amending;
using Verksam.Features.Planning.Living;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.PlanReading;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.Planning.Killed;

/// <summary>
/// What one life of the program has to do, a plan for each act so that none treads on another: adopt a proposal, take in its amendment,
/// hand out all of a plan, bring in a file.
/// </summary>
internal sealed record Work(int Life, Id<PlanVersion> Adopt, Id<PlanVersion> TakeIn, IReadOnlyList<Id<Commitment>> HandOut)
{
    public const int Promises = 25;

    private static readonly string Text = "# Byarna\n\n" + string.Concat(Enumerable.Range(1, Promises).Select(i => $"Vi ska hålla minst {i + 1} möten i by {i}.\n\n"));

    public int HandOutYear => 2027 + Life;

    public int BringInYear => 2100 + Life;

    public static string FileName(int year) => $"plan-{year}.txt";

    public static Work Lay(AppDb db, int life)
    {
        var adopt = Plan(db, Cast.Alnas, 2027 + life, adopted: false);
        var amend = Plan(db, Cast.Stora, 2027 + life, adopted: false);
        var carried = Plan(db, Cast.District, 2027 + life, adopted: true);
        var amendment = new Amendment(amend.Version.Id, 1, amend.Found[0].RangesIn(amend.Version.Id)[0], Cast.MemberOfStora.Id, FakeTime.Start);
        amendment.Move("Storå", AmendmentKind.Change, "Vi ska ordna en höstmarknad vid ån.", null, "");
        amendment.Decide(Ruling.Approved, FakeTime.Start);
        db.Add(amendment);
        return new Work(life, adopt.Version.Id, amend.Version.Id, [.. carried.Found.Select(c => c.Id)]);
    }

    public IReadOnlyDictionary<Act, HttpRequestMessage> Requests(RunningProgram.Pass pass) => new Dictionary<Act, HttpRequestMessage>
    {
        [Act.Adopt] = RunningProgram.Form($"/planen/forslag/{Adopt}?handler=Adopt", pass, new() { ["Input.Meeting"] = "Årsmötet", ["Input.On"] = "2026-01-15" }),
        [Act.TakeIn] = RunningProgram.Form($"/planen/forslag/{TakeIn}/yrkanden?handler=TakeIn", pass, []),
        [Act.HandOut] = Chosen(pass),
        [Act.BringIn] = File(pass),
    };

    private HttpRequestMessage Chosen(RunningProgram.Pass pass) => new(HttpMethod.Post, $"/planen/{HandOutYear}/ansvariga")
    {
        Headers = { { "Cookie", pass.Cookies } },
        Content = new FormUrlEncodedContent(
            [.. HandOut.Select(id => KeyValuePair.Create("chosen", id.ToString())), new("owner", Cast.Ombudsman.Id.ToString()), new("__RequestVerificationToken", pass.Token)]),
    };

    private HttpRequestMessage File(RunningProgram.Pass pass) => new(HttpMethod.Post, "/planen/ta-in")
    {
        Headers = { { "Cookie", pass.Cookies } },
        Content = new MultipartFormDataContent
        {
            { new StringContent(Cast.Stora.Id.ToString()), "Input.Unit" },
            { new StringContent($"{BringInYear}"), "Input.Year" },
            { new StringContent(pass.Token), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Text)), "Input.File", FileName(BringInYear) },
        },
    };

    private static (PlanVersion Version, List<Commitment> Found) Plan(AppDb db, Unit unit, int year, bool adopted)
    {
        var read = PlanReader.ReadText(Text, year);
        var plan = new Plan(unit.Id, year);
        var version = PlanVersion.BringIn(plan.Id, 1, read.Document, "byarna", null, FakeTime.Start);
        var found = read.Commitments.Select(c => Commitment.Found(plan.Id, version.Id, c)).ToList();
        found.ForEach(c => c.Accept(c.Reading, Cast.Ombudsman.Id, FakeTime.Start));
        version.Propose(0, found.Count, 0, FakeTime.Start);
        if (adopted)
        {
            version.Adopt("Årsmötet", FakeTime.Today, null, FakeTime.Today);
            Numbering.Give(plan, version, found);
        }
        db.Add(plan);
        db.Add(version);
        db.AddRange(found);
        return (version, found);
    }
}

/// <summary>What is done once in each life, beside reports one after the other.</summary>
internal enum Act
{
    Adopt,
    TakeIn,
    HandOut,
    BringIn,
}
