using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Verksam.Kernel.Backups;
using Verksam.Kernel.Files;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;

namespace Verksam.Kernel.Doctor;

/// <summary><c>verksam doctor [--json]</c>: a line for each thing that can be wrong with an installation, and what to do.</summary>
internal sealed class DoctorCommand(Texts texts, IConfiguration configuration, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Command Doctor()
    {
        var json = new Option<bool>("--json") { Description = texts["Ui.Command.DoctorJson"] };
        var doctor = new Command("doctor", texts["Ui.Command.Doctor"]) { json };
        doctor.SetAction((parsed, cancelled) => Run(parsed.InvocationConfiguration.Output, parsed.GetValue(json), cancelled));
        return doctor;
    }

    public async Task<int> Run(TextWriter output, bool json, CancellationToken cancelled)
    {
        var installation = Installation.From(configuration, demo: false);
        await using var bench = new Workbench(installation, clock);
        var found = new List<(string Check, Finding Finding)>();
        foreach (var check in Checks(bench))
            found.Add((check.Name, await Look(check, cancelled)));
        await output.WriteLineAsync(json ? AsJson(found) : string.Join(Environment.NewLine, found.Select(f => Line(f.Finding))));
        return found.Exists(f => f.Finding.Level == Level.Fault) ? 1 : 0;
    }

    private IEnumerable<Check> Checks(Workbench bench) =>
    [
        .. new SettingChecks(configuration, bench.Installation).All,
        .. new DatabaseChecks(bench.Db, bench.Get<Readiness>(), bench.Installation, clock).All,
        .. bench.Installation.HasNoDatabase ? [] : new FileChecks(bench.Db, bench.Get<FilePlaces>(), bench.Get<PlaceMemory>(), bench.Get<FileTrial>()).All,
        new MailCheck(configuration, bench.Installation, clock).Mail,
        .. new CertificateCheck(bench.Installation, clock).All,
        .. new MachineChecks(bench.Installation).All,
    ];

    private static async Task<Finding> Look(Check check, CancellationToken cancelled)
    {
        try
        {
            return await check.Look(cancelled);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            return Finding.Fault("Ui.Doctor.Broken", check.Name, trouble.Message);
        }
    }

    private string Line(Finding finding) => texts[$"Ui.Doctor.Level.{finding.Level}"].PadRight(9) + texts[finding.Key, finding.Facts];

    private string AsJson(IEnumerable<(string Check, Finding Finding)> found) => JsonSerializer.Serialize(
        found.Select(f => new { f.Check, Level = f.Finding.Level.ToString().ToLowerInvariant(), Text = texts[f.Finding.Key, f.Finding.Facts] }), Form);
}
