using System.IO.Compression;
using System.Net;
using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.Planning;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Outbox;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Architecture;

/// <summary>
/// Every address, filled with everything it could be about, opened by everybody: pages, files to download, refusals and their headers together
/// hold just what the one who asks may know. Two things leak in a house like this: who people are and how they are reached, and what is not decided yet.
/// </summary>
public sealed class WhatMayBeSeenTests
{
    private const string Nobody = "nobody";

    private static readonly string[] Announced = ["Adopted", "Proposal"];

    private static readonly string[] InHand = [.. Announced, "Draft"];

    private static readonly string[] Everyone = [.. Cast.All.Select(p => p.Name)];

    private static readonly string[] InAlnas = ["Birgitta Åman", "Yusuf Demir", "Lena Lund"];

    /// <summary>
    /// Whose address and number each may read, and which unit's plan in which state. What is in nobody's line nobody reads at these addresses:
    /// security stamps, and what was discarded or replaced.
    /// </summary>
    private static readonly Dictionary<string, string[]> MaySee = new(StringComparer.Ordinal)
    {
        [Nobody] = [],
        ["Tove Hallström"] = [.. Reach(Everyone), .. Plan("Norrsjö distrikt", InHand), .. Plan("Alnäs", InHand), .. Plan("Storå", InHand)],
        ["Ragnar Ek"] = [.. Reach(Everyone), .. Plan("Norrsjö distrikt", InHand), .. Plan("Alnäs", InHand), .. Plan("Storå", InHand)],
        ["Siv Berg"] = [.. Reach(Everyone), .. Plan("Norrsjö distrikt", InHand), .. Plan("Alnäs", InHand), .. Plan("Storå", InHand)],
        ["Birgitta Åman"] = [.. Reach(InAlnas), .. Plan("Alnäs", InHand), .. Plan("Norrsjö distrikt", Announced)],
        ["Yusuf Demir"] = [.. Reach(InAlnas), .. Plan("Alnäs", Announced), .. Plan("Norrsjö distrikt", Announced)],
        ["Lena Lund"] = [.. Reach("Lena Lund", "Ahmed Nilsson"), .. Plan("Alnäs", Announced), .. Plan("Norrsjö distrikt", Announced)], // and is to call Ahmed, who is new
        ["Ahmed Nilsson"] = [.. Reach("Ahmed Nilsson"), .. Plan("Storå", Announced), .. Plan("Norrsjö distrikt", Announced)],
        ["Göran Ödman"] = [.. Reach("Göran Ödman"), .. Plan("Norrsjö distrikt", Announced)], // reads the log, and the log copies no plan
        ["Ulf Tidström"] = Reach("Ulf Tidström"),
        ["Maja Främling"] = Reach("Maja Främling"),
    };

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Everybody_reads_what_the_assignments_of_the_day_give_and_nothing_else(string name)
    {
        await using var app = await AppUnderTest.Start();
        await app.Write(Plans.Write);
        await app.Write(db => Task.FromResult(db.Letters.Add(new Letter("sign-in", Cast.MemberOfStora.Id.Value, FakeTime.Start))));
        var visitor = name == Nobody ? app.Anybody() : await app.As(Cast.Named(name));
        var secrets = await app.Read(Secrets);
        var where = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var url in await Urls(app))
        {
            var answer = await visitor.Get(url);
            IsDressed(answer).ShouldBeTrue(url);
            var text = await Everything(answer);
            foreach (var secret in secrets.Where(s => text.Contains(s.Value, StringComparison.Ordinal)))
                where.TryAdd(secret.Key, url);
        }

        where.Keys.Order(StringComparer.Ordinal).ShouldBe(MaySee[name].Order(StringComparer.Ordinal), string.Join('\n', where));
    }

    public static TheoryData<string> Everybody() => [.. MaySee.Keys];

    private static string[] Reach(params string[] people) => [.. people.SelectMany(p => new[] { $"{p}: e-mail", $"{p}: phone" })];

    private static IEnumerable<string> Plan(string unit, string[] states) => states.Select(state => $"{unit}: {state}");

    private static async Task<Dictionary<string, string>> Secrets(AppDb db)
    {
        var phones = await db.People.ToDictionaryAsync(p => p.Id, p => p.Phone);
        Dictionary<string, string> secrets = new(StringComparer.Ordinal);
        foreach (var who in Cast.All)
        {
            secrets[$"{who.Name}: e-mail"] = who.Email;
            secrets[$"{who.Name}: phone"] = phones[who.Id]!;
            secrets[$"{who.Name}: stamp"] = who.Stamp;
        }
        foreach (var unit in new[] { Cast.District, Cast.Alnas, Cast.Stora })
            foreach (var state in Enum.GetValues<VersionState>())
                secrets[$"{unit.Name}: {state}"] = $"{unit.Name} ska hålla minst fyra möten ({state})";
        return secrets;
    }

    private static async Task<IReadOnlyCollection<string>> Urls(AppUnderTest app)
    {
        var worlds = await app.Read(Worlds);
        return [.. (
            from route in Routes.All(app)
            where !Routes.IsFile(route) && !Routes.IsReloading(route)
            from handler in Readers(Routes.Page(route))
            from world in worlds
            select Plans.Fill(Routes.Pattern(route), world) + handler).Distinct(StringComparer.Ordinal)];
    }

    // OnGet is the page itself, OnGetFile a file beside it
    private static IEnumerable<string> Readers(Type? page) => page is null ? [""] : page.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        .Where(m => m.Name.StartsWith("OnGet", StringComparison.Ordinal)).Select(m => m.Name["OnGet".Length..].Replace("Async", "", StringComparison.Ordinal))
        .Select(h => h.Length == 0 ? "" : "?handler=" + h).Append("").Distinct();

    private static async Task<List<Dictionary<string, string>>> Worlds(AppDb db)
    {
        var usual = await Plans.Places(db);
        var versions = await db.PlanVersions.OrderBy(v => v.SourceName).Select(v => v.Id).ToListAsync();
        var assignments = await db.Assignments.ToDictionaryAsync(a => a.PersonId, a => a.Id);
        var worlds = new List<Dictionary<string, string>>();
        foreach (var (i, version) in versions.Index())
        {
            var (who, unit) = (Cast.All[i % Cast.All.Count], new[] { "norrsjo", "alnas", "stora" }[i % 3]);
            worlds.Add(new(usual, StringComparer.Ordinal)
            {
                ["planen.id"] = version.ToString(),
                ["fortsatter.id"] = (await db.Commitments.Where(c => c.Passages.Any(p => p.VersionId == version)).Select(c => c.Id).FirstAsync()).ToString(),
                ["manniskor.id"] = who.Id.ToString(),
                ["assignment"] = assignments.GetValueOrDefault(who.Id).ToString(),
                ["slug"] = unit,
                ["unit"] = unit,
                ["part"] = unit,
            });
        }
        return worlds;
    }

    // what is neither a page nor what a page is made of goes to the disk, whatever a browser thinks it is
    private static bool IsDressed(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Content-Security-Policy", out var policy) && policy.Single() == SafeAnswers.Policy
        && answer.Headers.TryGetValues("X-Content-Type-Options", out var sniffing) && sniffing.Single() == "nosniff"
        && (answer.Content.Headers.ContentType?.MediaType is null or "text/html" or "text/plain" or "text/css" or "application/json" or "image/png"
            || answer.Content.Headers.ContentDisposition?.DispositionType == "attachment");

    // a Word file is a packed one: what it says lies in its parts
    private static async Task<string> Everything(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var text = new StringBuilder(answer.Headers.ToString()).Append(answer.Content.Headers);
        if (bytes.AsSpan().StartsWith("PK"u8))
        {
            await using var packed = new ZipArchive(new MemoryStream(bytes));
            foreach (var part in packed.Entries)
            {
                using var words = new StreamReader(await part.OpenAsync());
                text.Append(await words.ReadToEndAsync());
            }
        }
        return text.Append(WebUtility.HtmlDecode(Encoding.UTF8.GetString(bytes))).ToString();
    }
}
