using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Planning;
using Verksam.Kernel.Keeping;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Architecture;

/// <summary>
/// Every form of the house, sent by everybody who may not, with a token that is good and ids that are there: the answer is no, and nothing is
/// saved. Who may is whoever may come to the page, unless a line here says otherwise.
/// </summary>
public sealed class WhoMayActTests
{
    private static readonly string[] DistrictReporters = ["Tove Hallström", "Ragnar Ek", "Siv Berg"];

    private static readonly string[] AlnasReporters = [.. DistrictReporters, "Birgitta Åman", "Yusuf Demir"];

    /// <summary>Where fewer may act than may look.</summary>
    private static readonly Dictionary<string, string[]> MayAct = new(StringComparer.Ordinal)
    {
        ["/aktiviteter/{id:guid} Publish"] = DistrictReporters,
        ["/aktiviteter/{id:guid} Discard"] = DistrictReporters,
        ["/aktiviteter/{id:guid} Recover"] = DistrictReporters,
        ["/aktiviteter/{id:guid} Withdraw"] = DistrictReporters,
        ["/aktiviteter/{id:guid} Cancel"] = DistrictReporters,
        ["/aktiviteter/{id:guid} Resume"] = DistrictReporters,
        ["/aktiviteter/{id:guid} Tell"] = DistrictReporters,
        ["/dagar/{year:int?} Take"] = DistrictReporters,
        ["/dagar/{year:int?} Leave"] = DistrictReporters,
        ["/dagar/{year:int?} Undo"] = DistrictReporters,
        ["/dagar/{year:int?} Usual"] = [.. DistrictReporters, "Birgitta Åman"],
        ["/urval/{id:guid} Rename"] = DistrictReporters,
        ["/urval/{id:guid} Remove"] = DistrictReporters,
        ["/urval/{id:guid} TakeBack"] = DistrictReporters,
        ["/nya-medlemmar Give"] = [.. DistrictReporters, "Birgitta Åman"],
        ["/nya-medlemmar Back"] = [.. DistrictReporters, "Birgitta Åman"],
        ["/nya-medlemmar NotNew"] = [.. DistrictReporters, "Birgitta Åman"],
        ["/nya-medlemmar Reopen"] = [.. DistrictReporters, "Birgitta Åman"],
        ["/planen/{year:int}/{number:commitment}"] = DistrictReporters,
        ["/planen/{unit}/{year:int}/{number:commitment}"] = AlnasReporters,
        ["/planen/{year:int}/{number:commitment}/anteckning"] = DistrictReporters,
        ["/planen/{unit}/{year:int}/{number:commitment}/anteckning"] = AlnasReporters,
        ["/planen/{year:int}/{number:commitment}/ansvarig"] = DistrictReporters,
        ["/planen/{year:int}/{number:commitment}/delar/{part}"] = AlnasReporters,
    };

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Who_may_not_is_told_no_and_nothing_is_saved(string name)
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(Plans.Write);
        var (visitor, fields) = (await app.As(Cast.Named(name)), await Fields(app));
        var places = await app.Read(Plans.Places);
        var token = (await visitor.Open("/konto")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var stamp = await Stamp(app);
        var acted = new List<string>();
        foreach (var (pattern, handler) in Handlers(app).Where(h => !May(name, h.Pattern, h.Handler)))
        {
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. For(pattern, fields)]);
            var answer = await visitor.Post(Plans.Fill(pattern, places) + (handler.Length == 0 ? "" : "?handler=" + handler), form);
            if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden) || await Stamp(app) != stamp)
                acted.Add($"{(int)answer.StatusCode} {pattern} {handler}");
            stamp = await Stamp(app);
        }

        acted.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_forms_do_something_for_those_who_may()
    {
        var did = new List<string>();
        await using var app = await AppUnderTest.Start();
        await app.Write(Plans.Write);
        var places = await app.Read(Plans.Places);
        var (siv, fields) = (await app.As(Cast.Administrator), await Fields(app));
        var token = (await siv.Open("/konto")).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var (pattern, handler) in Handlers(app).Where(h => !h.Pattern.StartsWith("/konto", StringComparison.Ordinal)))
        {
            var stamp = await Stamp(app);
            using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. For(pattern, fields)]);
            await siv.Post(Plans.Fill(pattern, places) + (handler.Length == 0 ? "" : "?handler=" + handler), form);
            if (await Stamp(app) != stamp)
                did.Add($"{pattern} {handler}");
        }

        did.Count.ShouldBeGreaterThan(25, string.Join('\n', did)); // else the no above may have another reason
    }

    [Fact]
    public async Task Every_line_is_about_a_form_there_is()
    {
        await using var app = await AppUnderTest.StartEmpty();

        MayAct.Keys.Except(Handlers(app).Select(h => $"{h.Pattern} {h.Handler}".Trim())).ShouldBeEmpty();
    }

    public static TheoryData<string> Everybody() => [.. Cast.All.Select(p => p.Name)];

    private static bool May(string name, string pattern, string handler) =>
        (MayAct.GetValueOrDefault($"{pattern} {handler}".Trim()) ?? WhoMayComeInTests.MayCome[pattern]).Contains(name);

    private static IEnumerable<(string Pattern, string Handler)> Handlers(AppUnderTest app) =>
        (from route in Routes.All(app)
         where !Routes.IsAnonymous(route) && Routes.Page(route) is not null
         from method in Routes.Page(route)!.GetMethods()
         where method.Name.StartsWith("OnPost", StringComparison.Ordinal)
         select (Routes.Pattern(route), method.Name["OnPost".Length..])).Distinct();

    // what the forms ask for, so that a yes would be one
    private static Task<List<KeyValuePair<string, string>>> Fields(AppUnderTest app) => app.Read(async db =>
    {
        var draft = await db.PlanVersions.Where(v => v.State == VersionState.Draft && v.SourceName == $"{Cast.District.Name} {VersionState.Draft}").Select(v => v.Id).SingleAsync();
        var drafted = (await db.Commitments.Where(c => c.Passages.Any(p => p.VersionId == draft)).Select(c => c.Id).SingleAsync()).ToString();
        Dictionary<string, string> fields = new(StringComparer.Ordinal)
        {
            ["day"] = (await db.YearDays.Select(d => d.Id).FirstAsync()).ToString(),
            ["nu"] = drafted,
            ["on"] = "2026-06-01",
            ["sort"] = "party",
            ["unit"] = Cast.District.Id.ToString(),
            ["number"] = "1",
            ["note"] = "En anteckning",
            ["owner"] = Cast.GroupLeader.Id.ToString(),
            ["preset"] = "union",
            ["nr"] = "1.1",
            ["Input.Text"] = "Vi ska sjunga i kyrkan.",
            ["Input.Title"] = "Protokoll",
            ["Input.Name"] = "Ett namn",
            ["Input.Year"] = "2027",
            ["Input.Unit"] = Cast.District.Id.ToString(),
            ["Input.On"] = "2026-03-01",
            ["Input.By"] = "Styrelsen § 7",
            ["Input.Reason"] = "Det blev så",
            ["Input.Day"] = "12",
            ["Input.To"] = "2026-12-31",
            ["Input.Nth"] = "0",
            ["Input.DaysBefore"] = "0",
            ["Input.Meeting"] = "Årsmötet",
            ["Input.Email"] = "ny@norrsjo.example",
        };
        foreach (var limit in new[] { "Pace", "RiskDays", "NewsDays", "Month", "EveryYears" })
            fields[$"Input.{limit}"] = "1";
        return fields.ToList();
    });

    // a form's field comes before the address's: one that means another thing there would ask for something that is not
    private static IEnumerable<KeyValuePair<string, string>> For(string pattern, IEnumerable<KeyValuePair<string, string>> fields) =>
        fields.Where(f => f.Key switch
        {
            "unit" => pattern.StartsWith("/dagar", StringComparison.Ordinal),
            "number" => pattern.EndsWith("/yrkanden", StringComparison.Ordinal),
            _ => true,
        });

    private static Task<long> Stamp(AppUnderTest app) => app.Read(db => db.Set<Stamp>().Select(s => s.Number).SingleAsync());
}
