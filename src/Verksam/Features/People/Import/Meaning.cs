using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Import.Applying;
using Verksam.Features.People.Import.Comparing;
using Verksam.Kernel;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Import;

/// <summary>Says which of several a doubtful row tells of, and what it would change of that one.</summary>
internal sealed class Meaning(AppDb db, CurrentUser me, ReadStep read, Importer importer, OurTime time)
{
    /// <summary>Those whom the rows may be, as one tells them apart.</summary>
    public async Task<IReadOnlyDictionary<Id<Person>, Candidate>> Candidates(IEnumerable<RowContent> rows)
    {
        var ids = rows.SelectMany(r => r.Candidates).ToHashSet();
        return await (
            from person in db.People.AsNoTracking().IgnoreAutoIncludes().VisibleTo(me, db)
            where ids.Contains(person.Id)
            join unit in db.Units on person.UnitId equals unit.Id
            select new Candidate(person.Id, person.Name, unit.Name, person.IsProtected ? null : person.BirthYear)).ToDictionaryAsync(c => c.Id);
    }

    public async Task<Refusal?> Is(ImportRun run, ImportRow row, Id<Person> person, CancellationToken cancelled)
    {
        var content = row.Read();
        if (content.Said is not { } said || !content.Candidates.Contains(person))
            return ImportRefusals.NotNow;
        var reader = new KnownReader(db, db.People.VisibleTo(me, db).Where(p => p.Id == person), time.Today);
        if (await reader.All(await importer.Untouchable(me, cancelled), said.Note is not null, cancelled) is not [var known])
            return ImportRefusals.NotNow;
        var means = content with { KnownName = known.IsProtected ? null : known.Name, Changes = RowContent.Changed(Comparison.Of(said, known, await read.Rules(run, cancelled)), known) };
        row.Mean(known, JsonSerializer.Serialize(means, RowContent.Words));
        return row.Choose(RowChoice.Same);
    }

    /// <param name="BirthYear">Null when it is not known, or not to be told.</param>
    internal sealed record Candidate(Id<Person> Id, string Name, string Unit, int? BirthYear);
}
