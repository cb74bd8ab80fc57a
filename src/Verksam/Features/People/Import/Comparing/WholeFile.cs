using Verksam.Features.People.Belonging;
using Verksam.Features.People.Import.Reading;
using Verksam.Kernel;

namespace Verksam.Features.People.Import.Comparing;

/// <summary>A whole file against all who are known: a verdict for each row, and for each who is gone.</summary>
internal sealed class WholeFile(RegisterIndex register, Rules rules)
{
    private readonly HashSet<Id<Person>> _told = [];
    private readonly Dictionary<string, (int Line, Said Said)> _rows = new(StringComparer.Ordinal);

    /// <summary>The rows in their order.</summary>
    public Verdict Take(RowRead row)
    {
        if (row.Fault is not null || row.Said is not { } said)
            return new Verdict(row.Line, Outcome.Refused) { Said = row.Said, Fault = row.Fault, Remarks = row.Remarks, Cells = row.Cells() };
        // by itself: the same row tells the same the next time
        if (said is { PaidTo: null, PaidOn: { } on } && rules.Fee.Year != FeeYear.None)
            said = said with { PaidTo = rules.Fee.Covers(on, last: null).To };
        return Judge(row, said) with { Said = said, Remarks = row.Remarks };
    }

    /// <summary>When all rows are taken: the members whom none of them told of. A register of the whole country often leaves the protected out.</summary>
    public IEnumerable<Verdict> Gone() => !rules.IsWhole ? []
        : register.All.Where(k => k is { IsProtected: false, IsElsewhere: false, Relation: RelationKind.Member } && !_told.Contains(k.Id))
            .Select(k => new Verdict(0, Outcome.Gone) { Known = k, Leaves = rules.Gone == GoneRule.Stay ? null : Why(k) });

    private Verdict Judge(RowRead row, Said said)
    {
        var match = Matching.Of(said, register);
        foreach (var somebody in match.Maybe.Append(match.Sure).OfType<Known>())
            _told.Add(somebody.Id);
        // as if the row had said nothing new: what lies under a seal is neither told nor touched
        if (match.Sure is { IsHidden: true })
            return new Verdict(row.Line, Outcome.Unchanged);
        if (match.Sure is { IsElsewhere: true })
            return Refused(row, RowFaults.Elsewhere, said.Name);
        var known = match.Sure ?? (match.Maybe is [var maybe, ..] ? maybe : null);
        IReadOnlyList<Change> changes = known is null ? [] : Comparison.Of(said, known, rules);
        if (Before(row, said, match) is { } before)
            return before.IsSame(said) ? new Verdict(row.Line, Outcome.Unchanged) { Known = match.Sure, OtherLine = _first }
                : new Verdict(row.Line, Outcome.Doubtful) { Doubt = Doubt.Twice, Known = known, Changes = changes, OtherLine = _first };
        if (match.Doubt is { } doubt)
            return new Verdict(row.Line, Outcome.Doubtful) { Doubt = doubt, Known = known, Changes = changes, Candidates = [.. match.Maybe.Select(k => k.Id)] };
        if (known is not null)
            return new Verdict(row.Line, changes.Count > 0 ? Outcome.Changed : Outcome.Unchanged) { Known = known, Changes = changes };
        // nobody is taken in to be told at once that they have left
        return said.Relation == RelationKind.Former ? Refused(row, RowFaults.LeftAlready, said.Name) : new Verdict(row.Line, Outcome.New);
    }

    private int? _first;

    // an earlier row of the same person
    private Said? Before(RowRead row, Said said, Match match)
    {
        var keys = Keys(said, match).ToList();
        var earlier = keys.Where(_rows.ContainsKey).Select(k => _rows[k]).FirstOrDefault();
        foreach (var key in keys)
            _rows.TryAdd(key, (row.Line, said));
        _first = earlier.Said is null ? null : earlier.Line;
        return earlier.Said;
    }

    private static IEnumerable<string> Keys(Said said, Match match)
    {
        if (match.Sure is { } known)
            yield return $"known {known.Id}";
        if (said.Number is { } number)
            yield return $"number {number}";
        else if (said.Born is { } born)
            yield return $"born {Known.Fold(said.Name)} {born:O}";
        else if (said.Emails is [var email, ..])
            yield return $"email {Known.Fold(said.Name)} {Folding.Email(email)}";
    }

    private static Verdict Refused(RowRead row, string code, string text) => new(row.Line, Outcome.Refused) { Fault = new(code, null, text), Cells = row.Cells() };

    private LeavingReason Why(Known known) =>
        rules.Fee.Year != FeeYear.None && (known.PaidTo is null || known.PaidTo < rules.Today.AddDays(-rules.Fee.GraceDays)) ? LeavingReason.Unpaid : LeavingReason.Other;
}
