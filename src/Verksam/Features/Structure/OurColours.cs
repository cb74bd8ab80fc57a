using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Files;
using Verksam.Kernel.Keeping;

namespace Verksam.Features.Structure;

/// <summary>The organisation's name and every unit's colour.</summary>
internal sealed class OurColours(AppDb db, Kept kept) : IBrand
{
    public async ValueTask<Brand> Now() => (await Get()).Brand;

    public async ValueTask<string> Css() => (await Get()).Css;

    private ValueTask<Sheet> Get() => kept.Get(nameof(OurColours), Look);

    private async Task<Sheet> Look()
    {
        var units = await db.Units.OrderBy(u => u.Path).Select(u => new { u.Name, u.Slug, u.Colour, u.LogoId, u.ParentId }).ToListAsync();
        var css = new StringBuilder();
        foreach (var unit in units)
            css.Append(CultureInfo.InvariantCulture, $"{(unit.ParentId is null ? ":root, " : "")}.unit-{unit.Slug} {{ --accent: {unit.Colour}; }}\n");
        var version = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(css.ToString())))[..12];
        var root = units.Find(u => u.ParentId is null);
        var brand = root is null ? Brand.Nobody : new Brand(root.Name, root.LogoId is { } logo ? $"/logotyp/{logo}" : null, version);
        return new Sheet(brand, css.ToString());
    }

    private sealed record Sheet(Brand Brand, string Css);
}

internal static class ColoursEndpoint
{
    private const string ForLong = "public, max-age=31536000, immutable";

    // plain delegates: one with parameters costs every start the building of a binder
    public static void MapUnitColours(this IEndpointRouteBuilder app)
    {
        app.MapGet("/farger.css", Colours).AllowAnonymous();
        app.MapGet("/logotyp/{id:guid}", Logotype).AllowAnonymous();
    }

    private static async Task Colours(HttpContext http)
    {
        var css = await http.RequestServices.GetRequiredService<OurColours>().Css();
        http.Response.Headers.CacheControl = ForLong;
        await Results.Text(css, "text/css").ExecuteAsync(http);
    }

    private static async Task Logotype(HttpContext http)
    {
        var db = http.RequestServices.GetRequiredService<AppDb>();
        var wanted = new Id<StoredFile>(Guid.Parse((string)http.GetRouteValue("id")!));
        var logo = await db.Units.Where(u => u.LogoId == wanted)
            .Join(db.Files, u => u.LogoId, f => f.Id, (_, f) => new { f.ContentType, f.Name, f.Sha256 }).FirstOrDefaultAsync();
        if (logo is null)
        {
            await Results.NotFound().ExecuteAsync(http);
            return;
        }
        var content = await http.RequestServices.GetRequiredService<Archive>().Open(wanted, logo.Sha256, http.RequestAborted);
        http.Response.Headers.CacheControl = ForLong;
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{logo.Name}\""; // the name is ours: see LogoPage
        await Results.Stream(content, logo.ContentType).ExecuteAsync(http);
    }
}
