using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Verksam.Kernel;
using Verksam.Kernel.Files;
using Verksam.Tests.House;

namespace Verksam.Tests.Kernel.Files;

/// <summary>Files that people of the cast bring in, by the pages they use.</summary>
internal static class Brought
{
    // a png in its outer form, which is all that is looked at
    public static readonly byte[] Picture =
    [
        0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0x13, 0x88, .. "IDAT"u8, .. Enumerable.Range(0, 5_000).Select(i => (byte)i), 0, 0, 0, 0,
        0, 0, 0, 0, .. "IEND"u8, 0xae, 0x42, 0x60, 0x82,
    ];

    public static readonly byte[] Plan = "# Kören\n\nVi ska hålla två konserter.\n"u8.ToArray();

    /// <summary>The district's logotype.</summary>
    public static async Task<Id<StoredFile>> Logo(this AppUnderTest app)
    {
        var form = await (await app.As(Cast.Ombudsman)).Open("/organisation/norrsjo/logotyp");
        await form.Submit("Spara", fields => fields.Attach("Picture", "vi.png", Picture));
        return await app.Read(db => db.Units.Where(u => u.LogoId != null).Select(u => u.LogoId!.Value).SingleAsync());
    }

    /// <summary>The file of a plan.</summary>
    public static async Task<Id<StoredFile>> Source(this AppUnderTest app, int year = 2026)
    {
        var form = await (await app.As(Cast.Ombudsman)).Open("/planen/ta-in");
        await form.Submit("Läs planen", fields =>
        {
            fields["Input.Year"] = $"{year}";
            fields.Attach("Input.File", $"plan-{year}.txt", Plan);
        });
        return await app.Read(db => db.Files.Where(f => f.Name == $"plan-{year}.txt").Select(f => f.Id).SingleAsync());
    }

    /// <summary>Put away by an act that saves it, or by one that never does.</summary>
    public static async Task<StoredFile> Keep(this AppUnderTest app, byte[] content, bool isSaved = true)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var file = await scope.ServiceProvider.GetRequiredService<Archive>().Keep("fil.bin", "application/octet-stream", new MemoryStream(content), CancellationToken.None);
        if (isSaved)
            await scope.ServiceProvider.GetRequiredService<AppDb>().SaveChangesAsync();
        return file;
    }

    /// <summary>All of it, as the house hands it out.</summary>
    public static async Task<byte[]> Read(this AppUnderTest app, Id<StoredFile> file)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var sum = await scope.ServiceProvider.GetRequiredService<AppDb>().Files.Where(f => f.Id == file).Select(f => f.Sha256).SingleAsync();
        await using var content = await scope.ServiceProvider.GetRequiredService<Archive>().Open(file, sum, CancellationToken.None);
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        return copy.ToArray();
    }

    /// <summary>The night's sweep, so long from now: files tell the machine's time and not the test's.</summary>
    public static Task Sweep(this AppUnderTest app, TimeSpan from)
    {
        app.Clock.Advance(TimeProvider.System.GetUtcNow() + from - app.Clock.GetUtcNow());
        return app.Work<LooseFiles>(job => job.Run(app.Clock.GetUtcNow(), CancellationToken.None));
    }
}
