using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Verksam.Kernel.Jobs;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.People.Import;

/// <summary>A file brought in through the pages, a step at a time.</summary>
internal static class Imported
{
    /// <summary>Up to the preview.</summary>
    public static async Task<Sheet> Preview(AppUnderTest app, Visitor visitor, string file, Action<Fields>? columns = null, string unit = "Norrsjö distrikt") =>
        await Preview(app, visitor, Encoding.UTF8.GetBytes(file), columns, unit);

    public static async Task<Sheet> Preview(AppUnderTest app, Visitor visitor, byte[] file, Action<Fields>? columns = null, string unit = "Norrsjö distrikt", string name = "medlemmar.csv")
    {
        var page = await (await BringIn(app, visitor, file, unit, name)).Submit("Visa vad som skulle hända", columns);
        await Work(app);
        return await visitor.Open(page.Url);
    }

    /// <summary>Up to the columns.</summary>
    public static async Task<Sheet> BringIn(AppUnderTest app, Visitor visitor, byte[] file, string unit = "Norrsjö distrikt", string name = "medlemmar.csv")
    {
        var id = await app.Read(db => db.Units.Where(u => u.Name == unit).Select(u => u.Id).SingleAsync());
        return await (await visitor.Open("/manniskor/importera")).Submit("Läs filen", form =>
        {
            form["Input.Unit"] = id.ToString();
            form.Attach("Input.File", name, file);
        });
    }

    public static async Task<Sheet> Apply(AppUnderTest app, Visitor visitor, Sheet preview, Action<Fields>? fill = null)
    {
        var page = await preview.Submit("Genomför importen", fill);
        await Work(app);
        return await visitor.Open(page.Url);
    }

    public static async Task<Sheet> Undo(AppUnderTest app, Visitor visitor, Sheet applied)
    {
        var page = await (await applied.Follow("Ångra importen")).Submit("Ångra hela importen");
        await Work(app);
        return await visitor.Open(page.Url);
    }

    public static Task<int> Work(AppUnderTest app) => app.Services.GetRequiredService<JobWorker>().RunDue(CancellationToken.None);

    /// <summary>"Nya 9, Ändrade 31 …" as the chips have it.</summary>
    public static string Counts(Sheet page) => string.Join(", ", page.Html.QuerySelectorAll("main .chips a")
        .Select(a => string.Join(' ', a.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(t => !t.EndsWith(" 0", StringComparison.Ordinal) && t != "Visa allt"));

    /// <summary>All that is kept of people, in words, so that two moments can be compared.</summary>
    public static Task<string> Everybody(AppUnderTest app) => app.Read(async db =>
    {
        var people = await db.People.AsNoTracking().OrderBy(p => p.Id).ToListAsync();
        var homes = await db.Addresses.AsNoTracking().ToListAsync();
        var relations = await db.Relations.AsNoTracking().OrderBy(r => r.From).ToListAsync();
        var paid = await db.PaidPeriods.AsNoTracking().OrderBy(r => r.To).ToListAsync();
        var under = await db.SealedIdentities.AsNoTracking().ToListAsync();
        var tags = await db.Taggings.AsNoTracking().Join(db.Tags, g => g.TagId, t => t.Id, (g, t) => new { g.PersonId, t.Name }).ToListAsync();
        var notes = await db.PersonNotes.AsNoTracking().ToListAsync();
        return string.Join('\n', people.Select(p => $"{p.Id} {p.Name} {p.Called} {p.BirthDate:O} {p.BirthYear} {p.Language} {p.RegisterNumber} {p.IsProtected} {p.UnitId} {p.Email} {p.Phone} | "
            + string.Join(' ', p.Ways.OrderBy(w => w.Kind).ThenBy(w => w.Order).Select(w => $"{w.Kind} {w.Value} {w.State}")) + " | "
            + string.Join(' ', homes.Where(a => a.PersonId == p.Id).Select(a => $"{a.CareOf}/{a.Street}/{a.PostalCode}/{a.Town}")) + " | "
            + string.Join(' ', relations.Where(r => r.PersonId == p.Id).Select(r => $"{r.Kind} {r.UnitId} {r.From:O}–{r.To:O} {r.Why}")) + " | "
            + string.Join(' ', paid.Where(r => r.PersonId == p.Id).Select(r => $"{r.From:O}–{r.To:O}")) + " | "
            + string.Join(' ', under.Where(s => s.PersonId == p.Id).Select(s => s.IdentityJson)) + " | "
            + string.Join(' ', tags.Where(t => t.PersonId == p.Id).Select(t => t.Name).Order(StringComparer.Ordinal)) + " | "
            + string.Join(' ', notes.Where(n => n.PersonId == p.Id).Select(n => n.Text))));
    });
}
