using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Backups.Nightly;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Jobs;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Running;

/// <summary>Whether the program goes as it should, in words, and what to do when it does not.</summary>
[Requires(Permission.Administer)]
internal sealed class RunningPage(AppDb db, Readiness readiness, Installation installation, Texts texts, TimeProvider clock) : PageModel
{
    private Condition _condition = Condition.Unknown;

    public BackupOutcome Backups => _condition.Backups;

    /// <summary>A demo keeps nothing that would be missed.</summary>
    public bool CanBackUp => !installation.IsDemo;

    public string Lead => _condition.Faults.Count == 0 ? texts["Running.AllWell"] : texts.Capital(texts.Count("Running.Faults", _condition.Faults.Count));

    public IEnumerable<Row> Rows => Enum.GetValues<Fault>().Where(f => CanBackUp || f is not (Fault.Backup or Fault.RestoreTest))
        .Select(f => new Row(f, !_condition.Faults.Contains(f)));

    /// <summary>No role asks for a second step: whoever reads somebody's mail may be that somebody.</summary>
    public bool NobodyInTwoSteps { get; private set; }

    public async Task OnGet(CancellationToken cancelled)
    {
        _condition = await readiness.Now(cancelled);
        NobodyInTwoSteps = !await db.Roles.AnyAsync(r => r.InTwoSteps, cancelled);
    }

    /// <summary>Asked for twice in a minute it is done once; a backup more does no harm.</summary>
    public async Task<IActionResult> OnPostBackup(CancellationToken cancelled)
    {
        if (!CanBackUp)
            return NotFound();
        if (!await db.Jobs.AnyAsync(j => j.Name == NightlyBackup.JobName && j.DoneAt == null && j.Tries < Job.MostTries, cancelled))
        {
            db.Jobs.Add(new Job(NightlyBackup.JobName, clock.GetUtcNow()));
            await SaveOnce(cancelled);
        }
        TempData.Say(texts["Running.Queued"]);
        return Redirect("/drift");
    }

    private async Task SaveOnce(CancellationToken cancelled)
    {
        try
        {
            await db.SaveChangesAsync(cancelled);
        }
        catch (DbUpdateException trouble) when (Database.IsBefore(trouble))
        {
            db.ChangeTracker.Clear(); // somebody asked in the same minute
        }
    }

    internal sealed record Row(Fault What, bool IsWell);
}
