using System.CommandLine;
using System.Globalization;
using Verksam.Features.Planning.Import;
using Verksam.Formats;
using Verksam.Kernel.Text;
using Verksam.PlanReading;

namespace Verksam.Features.Planning.Commands;

/// <summary><c>verksam plan read FILE [--json] [--year N]</c>: what the reader finds, without a database.</summary>
internal static class PlanCommands
{
    public static Command Plan(Texts texts)
    {
        var file = new Argument<FileInfo>("FILE") { Description = texts["Planning.Command.File"] };
        var json = new Option<bool>("--json") { Description = texts["Planning.Command.Json"] };
        var year = new Option<int?>("--year") { Description = texts["Planning.Command.Year"] };
        var read = new Command("read", texts["Planning.Command.Read"]) { file, json, year };
        read.SetAction((parsed, cancelled) =>
            Read(parsed.GetRequiredValue(file), parsed.GetValue(json), parsed.GetValue(year), parsed.InvocationConfiguration, texts, cancelled));
        return new Command("plan", texts["Planning.Command.Plan"]) { read };
    }

    private static async Task<int> Read(FileInfo file, bool json, int? year, InvocationConfiguration console, Texts texts, CancellationToken cancelled)
    {
        if (!file.Exists)
            return await Fail(console, texts["Planning.Command.NoFile", file.FullName]);
        try
        {
            await using var stream = file.OpenRead();
            var plan = await PlanFile.Read(stream, year, cancelled);
            await console.Output.WriteLineAsync(json ? PlanJson.Write(plan) : Outline(plan));
            return 0;
        }
        catch (UnreadableDocument refused)
        {
            return await Fail(console, texts[$"Planning.Unreadable.{refused.Code}"]);
        }
    }

    private static string Outline(PlanAsRead plan) => string.Join(Environment.NewLine, plan.Commitments.Select(c =>
        string.Create(CultureInfo.InvariantCulture, $"{(c.IsDoubtful ? "?" : " ")} {c.Modality,-10} {c.Kind,-13} {c.Text}")));

    private static async Task<int> Fail(InvocationConfiguration console, string why)
    {
        await console.Error.WriteLineAsync(why);
        return 1;
    }
}
