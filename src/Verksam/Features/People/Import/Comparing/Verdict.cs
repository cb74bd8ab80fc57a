using Verksam.Formats.Tables.Columns;
using Verksam.Kernel;

namespace Verksam.Features.People.Import.Comparing;

/// <summary>What becomes of a row, or of somebody whom no row tells of. Stored as a number: never renumber.</summary>
internal enum Outcome
{
    New = 0,
    Changed = 1,
    Unchanged = 2,

    /// <summary>Known, but not in the file.</summary>
    Gone = 3,

    /// <summary>A person has to say who it is.</summary>
    Doubtful = 4,

    Refused = 5,
}

/// <summary>What of a person a file may change. Stored by name: never rename.</summary>
internal enum ImportField
{
    Number,
    Name,
    Born,
    BirthYear,
    Email,
    Phone,
    Home,
    Unit,
    Relation,
    PaidTo,
    Language,
    Protected,
    Tags,
    Note,
}

/// <summary>Why nobody can tell by itself who a row is. Stored by name: never rename.</summary>
internal enum Doubt
{
    /// <summary>The same address by e-mail, another name.</summary>
    SameEmail,

    /// <summary>The same name in the same unit, and nothing else to tell by.</summary>
    SameName,

    /// <summary>The same day of birth and nearly the same name.</summary>
    NearlySame,

    /// <summary>The same name or address, another day of birth.</summary>
    OtherBirth,

    /// <summary>The same name and day of birth, another number in the register; or the same number, and somebody quite different.</summary>
    OtherNumber,

    /// <summary>More than one whom it may be.</summary>
    Several,

    /// <summary>Another row of the file tells of the same person, and says something else.</summary>
    Twice,
}

/// <summary>One field, from what is known to what the file says. A unit by its id, a relation by its name, a day as 2022-05-31; tags are only what comes.</summary>
/// <param name="From">Null when nothing was known.</param>
internal sealed record Change(ImportField Field, string? From, string To);

/// <summary>Why a row is refused, or a cell of it left out.</summary>
/// <param name="Code">What stands after Import.Fault. in the texts.</param>
/// <param name="Text">What stands in the cell; of a national identity number without its last four.</param>
internal sealed record Fault(string Code, ColumnField? Column, string Text);

/// <summary>A row as it was read: who it tells of, or why it cannot be.</summary>
/// <param name="Remarks">Cells that are left out; the rest of the row is taken. Of a row that cannot be: what is wrong besides.</param>
internal sealed record RowRead(int Line, Said? Said, Fault? Fault, IReadOnlyList<Fault> Remarks)
{
    /// <summary>What stands in it: asked of a row that cannot be taken, so that it can be mended and brought in by itself.</summary>
    public Func<IReadOnlyList<string>> Cells { get; init; } = () => [];
}

/// <summary>What the comparison came to.</summary>
/// <param name="Line">Of the file; 0 for somebody whom no row tells of.</param>
internal sealed record Verdict(int Line, Outcome Outcome)
{
    public Said? Said { get; init; }

    /// <summary>Whom it is about; of a doubtful one the first whom it may be.</summary>
    public Known? Known { get; init; }

    /// <summary>What would change if it is <see cref="Known"/>.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    public Doubt? Doubt { get; init; }

    /// <summary>All whom a doubtful row may be.</summary>
    public IReadOnlyList<Id<Person>> Candidates { get; init; } = [];

    /// <summary>The row before that tells of the same person.</summary>
    public int? OtherLine { get; init; }

    public Fault? Fault { get; init; }
    public IReadOnlyList<Fault> Remarks { get; init; } = [];
    public IReadOnlyList<string> Cells { get; init; } = [];

    /// <summary>What somebody who is gone becomes; null when nothing.</summary>
    public Belonging.LeavingReason? Leaves { get; init; }
}
