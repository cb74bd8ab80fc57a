namespace Verksam.Kernel.Search;

/// <summary>
/// PostgreSQL: a tsvector made of our own words, so that no parser and no dictionary decides otherwise than SQLite does. A word of a name is
/// there a second time as =word, for those that are typed whole; marks of scope as @mark.
/// </summary>
internal sealed class PostgresSearch(string name, string compose) : ISearchSql
{
    public string Waits => "SELECT pg_advisory_xact_lock(hashtext('verksam-search'))";

    public string IsThere => $"""SELECT count(*) FROM pg_class WHERE oid = to_regclass('"{name}Found"')""";

    public string Create => $"""
        CREATE TABLE "{name}Found" ("Id" uuid PRIMARY KEY, "GroupId" uuid NOT NULL, "Words" tsvector NOT NULL);
        CREATE INDEX "IX_{name}Found_GroupId" ON "{name}Found" ("GroupId");
        CREATE INDEX "IX_{name}Found_Words" ON "{name}Found" USING gin ("Words");
        """;

    public string Forget => $"""DELETE FROM "{name}Found" {Where};""";

    public string Where => """WHERE "GroupId" = ANY (@ids)""";

    public string Fitting => $$"""SELECT "Id" AS "Value" FROM "{{name}}Found" WHERE "Words" @@ CAST({0} AS tsquery)""";

    public string First { get; } = $"""
        SELECT "Id", "GroupId" FROM (SELECT "Id", "GroupId" FROM "{name}Found" WHERE "Words" @@ CAST(@p0 AS tsquery) LIMIT @p2) whole
        UNION ALL
        SELECT "Id", "GroupId" FROM (SELECT "Id", "GroupId" FROM "{name}Found" WHERE "Words" @@ CAST(@p1 AS tsquery) LIMIT @p2) beginning
        """;

    public string Fill(string where) => $"""
        INSERT INTO "{name}Found" ("Id", "GroupId", "Words")
        SELECT "Id", "GroupId", array_to_tsvector(
            ARRAY(SELECT '=' || w FROM unnest({WordsOf("\"Name\"")}) w) || {WordsOf("\"Name\" || ' ' || \"Words\"")}
            || ARRAY(SELECT '@' || s FROM unnest(string_to_array("Scope", ' ')) s WHERE s <> ''))
        FROM ({compose}) composed {where};
        """;

    public object Ids(IEnumerable<Guid> groups) => groups.ToArray();

    public string Whole(IReadOnlyList<string> words, IReadOnlyList<string>? scopes) => string.Join(" & ", words.Select(w => $"'={w}'")) + Within(scopes);

    public string Beginnings(IReadOnlyList<string> words, IReadOnlyList<string>? scopes) => string.Join(" & ", words.Select(w => $"'{w}':*")) + Within(scopes);

    private static string Within(IReadOnlyList<string>? scopes) => scopes is null ? "" : $" & ({string.Join(" | ", scopes.Select(s => $"'@{s}'"))})";

    private static string WordsOf(string text) =>
        $"""string_to_array(btrim(regexp_replace(lower(({text}) COLLATE "sv-SE-x-icu"), '[^[:alnum:]]+', ' ', 'g')), ' ')""";
}
