using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Features.People;
using Verksam.Features.People.Fields;
using Verksam.Features.People.Tags;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Bulk;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Bulk;

/// <summary>Many things saved at once leave the very rows that each would leave saved alone, in the tables and in the log.</summary>
public sealed partial class BulkSaveTests
{
    private static readonly string[] Tables = ["People", "Ways", "CustomFields", "FieldValues", "Taggings"];

    [Fact]
    public async Task What_is_stored_is_the_same_as_one_by_one()
    {
        await using var app = await AppUnderTest.Start();
        var before = await Rows(app);

        await app.Write(db =>
        {
            db.AddRange(Things().SelectMany(t => t));
            return Task.CompletedTask;
        });
        var one = await Rows(app);
        await AddMany(app, Things());
        var many = await Rows(app);

        foreach (var table in before.Keys)
        {
            var added = one[table].Except(before[table]).ToList();
            added.ShouldNotBeEmpty();
            many[table].Count.ShouldBe(one[table].Count + one[table].Count - before[table].Count);
            many[table].Distinct().ShouldBe(one[table].Distinct(), ignoreOrder: true, table);
        }
    }

    [Fact]
    public async Task What_the_database_refuses_leaves_nothing()
    {
        await using var app = await AppUnderTest.Start();
        var before = await Rows(app);

        // of a unit that is not there
        await Should.ThrowAsync<DbException>(() => AddMany(app, [[Person.Welcome("Ada", null, null, Cast.Stora.Id)], [new CustomField(Id<Unit>.New(), "Körkort", FieldKind.YesNo, 1)]]));

        foreach (var (table, rows) in await Rows(app))
            rows.ShouldBe(before[table], ignoreOrder: true);
    }

    [Fact]
    public async Task Without_a_transaction_nothing_is_begun()
    {
        await using var app = await AppUnderTest.Start();

        await app.Read(db => Should.ThrowAsync<InvalidOperationException>(() => db.AddMany([[Person.Welcome("Ada", null, null, Cast.Stora.Id)]], CancellationToken.None)));
    }

    // a value of each kind there is: letters of all sorts, none, nothing, days, moments, numbers, yes and no
    private static IReadOnlyList<IReadOnlyList<object>> Things()
    {
        var person = Person.Welcome("Åsa 😀 \"Ö\" d’Ål", "asa@example.org", "070-123 45 67", Cast.Stora.Id);
        person.Born(new DateOnly(1951, 2, 3), null, FakeTime.Today);
        var nobody = Person.Welcome("Bo", null, null, Cast.Stora.Id);
        var (field, tag) = (new CustomField(Cast.Stora.Id, "Körkort\u00A0", FieldKind.Text, 3), new Tag(Cast.Stora.Id, Id<Tag>.New().ToString()[14..]));
        FieldValue Answer(Action<FieldValue> says)
        {
            var answer = new FieldValue(field.Id, person.Id);
            says(answer);
            return answer;
        }
        return
        [
            [person, nobody], [.. person.Ways], [field],
            [
                Answer(a => a.Text = ""), Answer(a => a.Text = new string('å', 900)), Answer(a => a.Text = "rad\n\t2"), Answer(_ => { }),
                Answer(a => a.Number = 12.5m), Answer(a => a.Number = 0), Answer(a => a.Number = -3.1415m), Answer(a => a.Day = new DateOnly(7, 1, 2)),
                Answer(a => a.Yes = true), Answer(a => a.Yes = false),
            ],
            [tag],
            [new Tagging(tag.Id, person.Id, Cast.Ombudsman.Id, FakeTime.Start), new Tagging(tag.Id, nobody.Id, null, FakeTime.Start.AddTicks(1_234_560))],
        ];
    }

    private static Task AddMany(AppUnderTest app, IEnumerable<IEnumerable<object>> things) => app.Read(async db =>
    {
        await using var whole = await db.Database.BeginTransactionAsync();
        await db.AddMany(things, CancellationToken.None);
        await whole.CommitAsync();
        return 0;
    });

    /// <summary>What stands in the tables to the letter, but for the ids; and what the log says of them.</summary>
    private static Task<Dictionary<string, List<string>>> Rows(AppUnderTest app) => app.Read(async db =>
    {
        var rows = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync();
        foreach (var table in Tables)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"""SELECT * FROM "{table}" """;
            await using var reader = await command.ExecuteReaderAsync();
            rows[table] = [];
            while (await reader.ReadAsync())
                rows[table].Add(Said(reader));
        }
        rows["Audit"] = await db.Audit.Where(e => e.Kind == AuditKind.Created && e.What != nameof(Tag)).Select(e => $"{e.What} {e.By} {e.Through} {e.About != null} {e.Changes}").ToListAsync();
        rows["Audit"] = [.. rows["Audit"].Select(r => AnId().Replace(r, "id"))];
        return rows;
    });

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.NonBacktracking)]
    private static partial Regex AnId();

    private static string Said(DbDataReader row) => string.Join(" | ", Enumerable.Range(0, row.FieldCount).Where(i => row.GetName(i) is not ("Id" or "PersonId" or "FieldId" or "TagId"))
        .Select(i => row.IsDBNull(i) ? "null" : FormattableString.Invariant($"{row.GetValue(i).GetType().Name}:{row.GetValue(i)}")));
}
