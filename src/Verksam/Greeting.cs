using Verksam.Features.Accounts;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;

namespace Verksam;

/// <summary>What the console says when the server is up: where it is, and the way in.</summary>
internal static class Greeting
{
    public static async Task Say(WebApplication app, Installation installation)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var texts = scope.ServiceProvider.GetRequiredService<Texts>();
        var address = app.Urls.FirstOrDefault() ?? Installation.DefaultUrl;
        var lines = new List<string> { texts["Ui.Greeting.Ready", address], texts["Ui.Greeting.Data", installation.DataFolder] };
        if (installation.IsDemo)
            lines.AddRange(await DemoLines(scope.ServiceProvider, texts));
        var start = scope.ServiceProvider.GetRequiredService<FirstStart>();
        if (!await start.IsDone())
            lines.Add(texts["Ui.Greeting.FirstStart", $"{(app.Configuration[Installation.PublicUrlSetting] is null ? address : installation.PublicUrl)}/kom-igang/{await start.NewLink()}"]);
        await Console.Out.WriteLineAsync(string.Join(Environment.NewLine, lines));
    }

    private static async Task<IEnumerable<string>> DemoLines(IServiceProvider services, Texts texts)
    {
        var people = await services.GetRequiredService<IDemoPeople>().All();
        return [texts["Ui.Greeting.Demo"], .. people.Select(p => $"  {p.Name} – {p.What}")];
    }
}
