using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People.Import.Comparing;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People.Import;

/// <summary>What somebody says of a doubtful row. Stored as a number: never renumber.</summary>
internal enum RowChoice
{
    /// <summary>Nobody has said anything; the row is not touched.</summary>
    None = 0,

    /// <summary>It is the one whom it may be.</summary>
    Same = 1,

    /// <summary>It is somebody new.</summary>
    Another = 2,

    /// <summary>This row counts, not the earlier one of the same person.</summary>
    This = 3,

    /// <summary>The earlier row counts.</summary>
    Earlier = 4,
}

/// <summary>One row of a run, or one who is gone. It holds what the file says of people, and is erased with it.</summary>
internal sealed class ImportRow : Entity<ImportRow>, IAside
{
    private ImportRow() { }

    public ImportRow(Id<ImportRun> run, Verdict verdict)
    {
        (RunId, Line, Outcome) = (run, verdict.Line, verdict.Outcome);
        (PersonId, Seen, UnitId) = (verdict.Known?.Id, verdict.Known?.Revision ?? 0, verdict.Said?.Unit ?? verdict.Known?.Unit);
        IsProtected = verdict.Said?.IsProtected == true || verdict.Known?.IsProtected == true;
        Content = JsonSerializer.Serialize(RowContent.Of(verdict), RowContent.Words);
    }

    public Id<ImportRun> RunId { get; private set; }

    /// <summary>Of the file, from 1; 0 for somebody whom no row tells of.</summary>
    public int Line { get; private set; }

    public Outcome Outcome { get; private set; }

    /// <summary>Whom it is about, or may be; after the run also whoever is new.</summary>
    public Id<Person>? PersonId { get; private set; }

    /// <summary>The person's revision when it was compared; after the run the one it left.</summary>
    public int Seen { get; private set; }

    public Id<Unit>? UnitId { get; private set; }

    /// <summary>Shown without who it is.</summary>
    public bool IsProtected { get; private set; }

    /// <summary>Somebody has taken it out of the run.</summary>
    public bool IsLeftOut { get; private set; }

    public RowChoice Choice { get; private set; }

    /// <summary>It has been done.</summary>
    public bool IsDone { get; private set; }

    /// <summary><see cref="RowContent"/> as JSON.</summary>
    public string Content { get; private set; } = "";

    /// <summary>What the person was before, for undoing it: <see cref="Applying.Before"/> as JSON.</summary>
    public string? Before { get; private set; }

    public RowContent Read() => JsonSerializer.Deserialize<RowContent>(Content, RowContent.Words)!;

    public void LeaveOut(bool out_) => IsLeftOut = out_;

    public Refusal? Choose(RowChoice choice)
    {
        if (Outcome != Outcome.Doubtful || !Choices.Contains(choice))
            return ImportRefusals.NotNow;
        Choice = choice;
        return null;
    }

    public IReadOnlyList<RowChoice> Choices => Outcome != Outcome.Doubtful ? []
        : Read().Doubt == Doubt.Twice ? [RowChoice.None, RowChoice.This, RowChoice.Earlier] : [RowChoice.None, RowChoice.Same, RowChoice.Another];

    /// <summary>Says whom of several it may be.</summary>
    public void Mean(Known known, string content) =>
        (PersonId, Seen, Content, IsProtected) = (known.Id, known.Revision, content, IsProtected || known.IsProtected);

    /// <summary>What is to be done, all choices counted.</summary>
    public Outcome Effect => IsLeftOut ? Outcome.Unchanged : (Outcome, Choice) switch
    {
        (Outcome.Doubtful, RowChoice.Same) => Outcome.Changed,
        (Outcome.Doubtful, RowChoice.Another) => Outcome.New,
        (Outcome.Doubtful, RowChoice.This) => PersonId is null ? Outcome.New : Outcome.Changed,
        (Outcome.Doubtful, RowChoice.Earlier) => Outcome.Unchanged,
        var (outcome, _) => outcome,
    };

    public void Done(Id<Person> person, int revision, string? before) => (PersonId, Seen, Before, IsDone) = (person, revision, before, true);
}

/// <summary>What a row holds that is not asked for in queries.</summary>
internal sealed record RowContent
{
    public static readonly JsonSerializerOptions Words = new()
    {
        Converters = { new JsonStringEnumConverter(), new IdJson() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>As the page says it; of somebody protected nothing that tells who it is.</summary>
    public string Name { get; init; } = "";

    public Said? Said { get; init; }
    public IReadOnlyList<Change> Changes { get; init; } = [];
    public Doubt? Doubt { get; init; }
    /// <summary>Null of somebody protected.</summary>
    public string? KnownName { get; init; }
    public IReadOnlyList<Id<Person>> Candidates { get; init; } = [];
    public int? OtherLine { get; init; }
    public Fault? Fault { get; init; }
    public IReadOnlyList<Fault> Remarks { get; init; } = [];

    /// <summary>Of a refused row, cell by cell as it stands; of a national identity number without its last four.</summary>
    public IReadOnlyList<string> Cells { get; init; } = [];

    public Belonging.LeavingReason? Leaves { get; init; }

    /// <summary>What stands under a seal is not written beside it.</summary>
    public static IReadOnlyList<Change> Changed(IReadOnlyList<Change> changes, Known? known) =>
        known is { IsProtected: true } ? [.. changes.Select(c => c with { From = null })] : changes;

    public static RowContent Of(Verdict verdict) => new()
    {
        Name = verdict.Said?.Name ?? verdict.Known?.Name ?? "",
        Said = verdict.Outcome is Outcome.Unchanged or Outcome.Gone or Outcome.Refused ? null : verdict.Said,
        Changes = Changed(verdict.Changes, verdict.Known),
        Doubt = verdict.Doubt,
        KnownName = verdict.Known is { IsProtected: false } known ? known.Name : null,
        Candidates = verdict.Candidates,
        OtherLine = verdict.OtherLine,
        Fault = verdict.Fault,
        Remarks = verdict.Remarks,
        Cells = verdict.Cells,
        Leaves = verdict.Leaves,
    };
}

internal sealed class ImportRowTable : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> builder)
    {
        builder.ToTable("ImportRows");
        builder.HasIndex(r => new { r.RunId, r.Outcome, r.Line });
        builder.HasOne<ImportRun>().WithMany().HasForeignKey(r => r.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}
