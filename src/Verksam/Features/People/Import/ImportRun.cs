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

    public ImportRun(Id<Unit> unit, Id<Person>? by, StoredFile file, DateTimeOffset now) =>
        (UnitId, ById, FileId, FileName, At) = (unit, by, file.Id, file.Name, now);

    public Id<Unit> UnitId { get; private set; }
    public Id<ImportSource>? SourceId { get; private set; }

    /// <summary>Who brought the file in; null when somebody at the machine did.</summary>
    public Id<Person>? ById { get; private set; }

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

    public DateTimeOffset? AppliedAt { get; private set; }
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>When what it says of people was erased; then it cannot be undone.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    public int Revision { get; set; }

    public bool IsWorking => State is RunState.Reading or RunState.Applying or RunState.Undoing;

    public bool CanBeUndone => State == RunState.Applied && ErasedAt is null;

    public Refusal? Read(Id<ImportSource> source, string mapping)
    {
        if (State is not (RunState.Mapping or RunState.Waiting) || FileId is null)
            return ImportRefusals.NotNow;
        (SourceId, Mapping, State, Trouble) = (source, mapping, RunState.Reading, null);
        return null;
    }

    public void Show(string notice) => (State, Notice, Trouble) = (RunState.Waiting, notice, null);

    public Refusal? Apply(bool allOrNothing)
    {
        if (State != RunState.Waiting)
            return ImportRefusals.NotNow;
        (State, AllOrNothing, Trouble) = (RunState.Applying, allOrNothing, null);
        return null;
    }

    public void Applied(DateTimeOffset at) => (State, AppliedAt, FileId) = (RunState.Applied, at, null);

    public Refusal? Undo()
    {
        if (State != RunState.Applied)
            return ImportRefusals.NotNow;
        if (ErasedAt is not null)
            return ImportRefusals.Erased;
        (State, Trouble) = (RunState.Undoing, null);
        return null;
    }

    public void Undone(DateTimeOffset at) => (State, UndoneAt) = (RunState.Undone, at);

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

    /// <summary>What stands after Import.Notice. in the texts: merged-cells, external-links, macros.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    public int Of(Outcome outcome) => Counts.GetValueOrDefault(outcome);
}

internal static class ImportRefusals
{
    public static readonly Refusal NotNow = new("Import.Refused.NotNow");
    public static readonly Refusal Erased = new("Import.Refused.Erased");
    public static readonly Refusal NoName = new("Import.Refused.NoName");
    public static readonly Refusal NotSure = new("Import.Refused.NotSure");
    public static readonly Refusal NotAll = new("Import.Refused.NotAll");
    public static readonly Refusal Nothing = new("Import.Refused.Nothing");
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
