using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Keeping;

namespace Verksam.Kernel.Text;

/// <summary>Keeps the house's own words in the settings, and has them at hand for whatever is asked or done.</summary>
internal sealed class WordsShelf(AppDb db, Ready ready, Kept kept)
{
    private const string Name = "words";

    public ValueTask<HouseWords> Now() => kept.Get(nameof(WordsShelf), Look);

    public async Task Set(string language, IReadOnlyDictionary<string, string[]> words)
    {
        var setting = await db.Settings.SingleOrDefaultAsync(s => s.Name == Name);
        var json = HouseWords.Read(setting?.Value).With(language, words);
        if (setting is null)
            db.Settings.Add(setting = new Setting(Name, ""));
        setting.Value = json;
    }

    /// <summary>Has the words of the house at hand for a page.</summary>
    public static async Task Take(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            HouseWords.Now = await OrNone(http.RequestServices.GetRequiredService<WordsShelf>());
        await next(http);
    }

    // the page that says that the database is away must not fall over for want of a word
    private static async Task<HouseWords> OrNone(WordsShelf shelf)
    {
        try
        {
            return await shelf.Now();
        }
        catch (Exception away) when (away is not OperationCanceledException)
        {
            return HouseWords.None;
        }
    }

    // asked after every save, by whoever comes next
    private async Task<HouseWords> Look() =>
        HouseWords.Read(await ready.Ask(db, """SELECT "Value" FROM "Settings" WHERE "Name" = @p0""", row => row.GetString(0), Name) is [var json] ? json : null);
}
