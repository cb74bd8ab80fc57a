using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People.Import.Comparing;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Files;

namespace Verksam.Features.People.Import;

/// <summary>How far an import has come. Stored as a number: never renumber.</summary>
internal enum RunState
{
    /// <summary>The file is here; what its columns are is to be said.</summary>
    Mapping = 0,

    /// <summary>It is being read and compared.</summary>
    Reading = 1,

    /// <summary>What would happen is shown, and waits for somebody's yes.</summary>
    Waiting = 2,

    Applying = 3,
    Applied = 4,
    Undoing = 5,
    Undone = 6,

    /// <summary>Left without a yes; the file and the rows are erased.</summary>
    Abandoned = 7,
}

/// <summary>One file on its way into the register of a unit and those below it.</summary>
internal sealed class ImportRun : Entity<ImportRun>, IAudited, IVersioned
{
    private ImportRun() { }

    public ImportRun(Id<Unit> unit, StoredFile file, DateTimeOffset now) => (UnitId, FileId, FileName, At) = (unit, file.Id, file.Name, now);

    public Id<Unit> UnitId { get; private set; }
    public Id<ImportSource>? SourceId { get; private set; }

    /// <summary>Who brought the file in; null when somebody at the machine did.</summary>
    public Id<Person>? ById { get; private set; }

    /// <summary>Came in with two factors: the work goes on with no more rights than that.</summary>
    public bool InTwoSteps { get; private set; }

    /// <summary>Null when it has been erased.</summary>
    public Id<StoredFile>? FileId { get; private set; }

    public string FileName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public RunState State { get; private set; }

    /// <summary>How the file is read: <see cref="Reading.Mapping"/> as JSON.</summary>
    public string Mapping { get; private set; } = "{}";

    /// <summary>What was noticed: <see cref="RunNotice"/> as JSON.</summary>
    public string Notice { get; private set; } = "{}";

    /// <summary>Why the last step came to nothing: what stands after Import.Trouble. in the texts.</summary>
    public string? Trouble { get; private set; }

    /// <summary>One row that is refused or doubtful, and nothing is done.</summary>
    public bool AllOrNothing { get; private set; }

    /// <summary>When it was compared.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    public DateTimeOffset? AppliedAt { get; private set; }
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>When what it says of people was erased; then it cannot be undone.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    public int Revision { get; set; }

    public bool IsWorking => State is RunState.Reading or RunState.Applying or RunState.Undoing;

    public bool CanBeUndone => State == RunState.Applied && ErasedAt is null;

    /// <summary>Who brings it in; nobody when somebody at the machine does.</summary>
    public void By(CurrentUser me) => (ById, InTwoSteps) = (new Id<Person>(me.PersonId), me.CameInTwoSteps);

    /// <summary>As it is known from the last time, or guessed.</summary>
    public void Map(Id<ImportSource>? source, string mapping) => (SourceId, Mapping) = (source, mapping);

    public Refusal? Read(Id<ImportSource>? source, string mapping)
    {
        if (State is not (RunState.Mapping or RunState.Waiting) || FileId is null)
            return ImportRefusals.NotNow;
        (SourceId, Mapping, State, Trouble) = (source, mapping, RunState.Reading, null);
        return null;
    }

    public void Show(string notice, DateTimeOffset at) => (State, Notice, ReadAt, Trouble) = (RunState.Waiting, notice, at, null);

    /// <param name="yes">The alarms that somebody has said yes to.</param>
    public Refusal? Apply(bool allOrNothing, IReadOnlyCollection<string> yes)
    {
        if (State != RunState.Waiting)
            return ImportRefusals.NotNow;
        var notice = RunNotice.From(this);
        if (notice.Alarms.Any(a => a.Unit is null && !yes.Contains(a.Key)))
            return ImportRefusals.NotSure;
        (State, AllOrNothing, Trouble) = (RunState.Applying, allOrNothing, null);
        Notice = (notice with { Lost = [.. notice.Alarms.Where(a => yes.Contains(a.Key)).Select(a => a.Unit).OfType<Id<Unit>>()] }).Json;
        return null;
    }

    public void Applied(string notice, DateTimeOffset at) => (State, Notice, AppliedAt, FileId) = (RunState.Applied, notice, at, null);

    /// <param name="butThem">Leave those whom something newer stands on.</param>
    public Refusal? Undo(bool butThem = false)
    {
        if (State != RunState.Applied)
            return ImportRefusals.NotNow;
        if (ErasedAt is not null)
            return ImportRefusals.Erased;
        (State, Trouble, Notice) = (RunState.Undoing, null, (RunNotice.From(this) with { LeavesObstacles = butThem }).Json);
        return null;
    }

    /// <param name="left">People whom it has left as they are.</param>
    public void Undone(int left, DateTimeOffset at) => (State, UndoneAt, Notice) = (RunState.Undone, at, (RunNotice.From(this) with { Left = left }).Json);

    /// <summary>The step that was asked for came to nothing: it stands where it stood before.</summary>
    public void Fail(string trouble) => (State, Trouble) = (Before, trouble);

    public Refusal? Abandon()
    {
        if (State is not (RunState.Mapping or RunState.Waiting))
            return ImportRefusals.NotNow;
        (State, FileId) = (RunState.Abandoned, null);
        return null;
    }

    public void Erased(DateTimeOffset at) => (ErasedAt, FileId) = (at, null);

    private RunState Before => State switch
    {
        RunState.Reading => RunState.Mapping,
        RunState.Applying => RunState.Waiting,
        RunState.Undoing => RunState.Applied,
        var same => same,
    };
}

/// <summary>What a run says of itself when it has been read.</summary>
internal sealed record RunNotice
{
    /// <summary>Rows of the file.</summary>
    public int Rows { get; init; }

    public IReadOnlyDictionary<Outcome, int> Counts { get; init; } = new Dictionary<Outcome, int>();
    public IReadOnlyList<Alarm> Alarms { get; init; } = [];

    /// <summary>Units whose loss somebody has said yes to; others keep those who are gone.</summary>
    public IReadOnlyList<Id<Unit>> Lost { get; init; } = [];

    /// <summary>Rows that nothing was done with after all: somebody had changed the same person meanwhile.</summary>
    public int Stale { get; init; }

    /// <summary>What stands above the columns.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>Whom something newer stands on, and whom the undo is to leave as they are.</summary>
    public bool LeavesObstacles { get; init; }

    /// <summary>So many it has left.</summary>
    public int Left { get; init; }

    /// <summary>Words that the run put into use.</summary>
    public IReadOnlyList<Id<Tags.Tag>> NewTags { get; init; } = [];

    /// <summary>What stands after Import.Notice. in the texts: merged-cells, external-links, macros.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    public static RunNotice From(ImportRun run) => JsonSerializer.Deserialize<RunNotice>(run.Notice, RowContent.Words)!;

    [JsonIgnore]
    public string Json => JsonSerializer.Serialize(this, RowContent.Words);

    public int Of(Outcome outcome) => Counts.GetValueOrDefault(outcome);
}

internal static class ImportRefusals
{
    public static readonly Refusal NotNow = new("Import.Refused.NotNow");
    public static readonly Refusal Erased = new("Import.Refused.Erased");
    public static readonly Refusal NoName = new("Import.Refused.NoName");
    public static readonly Refusal NotSure = new("Import.Refused.NotSure");
    public static readonly Refusal NotAll = new("Import.Refused.NotAll");
}

internal sealed class ImportRunTable : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.ToTable("Imports");
        builder.Property(r => r.FileName).HasMaxLength(StoredFile.LongestName);
        builder.Property(r => r.Trouble).HasMaxLength(100);
        builder.HasIndex(r => new { r.UnitId, r.At });
        builder.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ImportSource>().WithMany().HasForeignKey(r => r.SourceId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(r => r.FileId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(r => r.ById).OnDelete(DeleteBehavior.SetNull);
    }
}
