using System.Text.Json;

namespace Verksam.Kernel.Search;

/// <summary>
/// SQLite: FTS5 without contents of its own, and a table from its row numbers to ids. Rows of the house have no number that survives a VACUUM.
/// Beginnings of two and three letters have lists of their own.
/// </summary>
internal sealed class EmbeddedSearch(string name, string compose) : ISearchSql
{
    public string? Waits => null;

    public string IsThere => $"SELECT count(*) FROM sqlite_master WHERE name = '{name}Words'";

    public string Create => $"""
        CREATE TABLE "{name}Found" ("Number" INTEGER PRIMARY KEY, "Id" TEXT NOT NULL UNIQUE, "GroupId" TEXT NOT NULL);
        CREATE INDEX "IX_{name}Found_GroupId" ON "{name}Found" ("GroupId");
        CREATE VIRTUAL TABLE "{name}Words" USING fts5(name, words, scope, content='', contentless_delete=1, detail=column,
            tokenize='unicode61 remove_diacritics 0', prefix='2 3');
        """;

    public string Forget => $"""
        DELETE FROM "{name}Words" WHERE rowid IN (SELECT "Number" FROM "{name}Found" {Where});
        DELETE FROM "{name}Found" {Where};
        """;

    public string Where => """WHERE "GroupId" IN (SELECT value FROM json_each(@ids))""";

    public string Fitting => $$"""
        SELECT f."Id" AS "Value" FROM "{{name}}Words" w JOIN "{{name}}Found" f ON f."Number" = w.rowid WHERE "{{name}}Words" MATCH {0}
        """;

    // each half stops as soon as it has enough
    public string First { get; } = $"""
        SELECT "Id", "GroupId" FROM (SELECT f."Id", f."GroupId" FROM "{name}Words" w JOIN "{name}Found" f ON f."Number" = w.rowid WHERE "{name}Words" MATCH @p0 LIMIT @p2)
        UNION ALL
        SELECT "Id", "GroupId" FROM (SELECT f."Id", f."GroupId" FROM "{name}Words" w JOIN "{name}Found" f ON f."Number" = w.rowid WHERE "{name}Words" MATCH @p1 LIMIT @p2)
        """;

    public string Fill(string where) => $"""
        INSERT INTO "{name}Found" ("Id", "GroupId") SELECT "Id", "GroupId" FROM ({compose}) {where};
        INSERT INTO "{name}Words" (rowid, name, words, scope) SELECT f."Number", c."Name", c."Words", c."Scope"
            FROM (SELECT * FROM ({compose}) {where}) c JOIN "{name}Found" f ON f."Id" = c."Id";
        """;

    // ids are kept as text here, in capitals
    public object Ids(IEnumerable<Guid> groups) => JsonSerializer.Serialize(groups.Select(g => g.ToString().ToUpperInvariant()));

    public string Whole(IReadOnlyList<string> words, IReadOnlyList<string>? scopes) =>
        string.Join(" AND ", words.Select(w => $"name : \"{w}\"")) + Within(scopes);

    public string Beginnings(IReadOnlyList<string> words, IReadOnlyList<string>? scopes) =>
        string.Join(" AND ", words.Select(w => $"{{name words}} : \"{w}\" *")) + Within(scopes);

    private static string Within(IReadOnlyList<string>? scopes) =>
        scopes is null ? "" : $" AND ({string.Join(" OR ", scopes.Select(s => $"scope : \"{s}\""))})";
}
