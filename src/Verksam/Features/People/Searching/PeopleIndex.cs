using Verksam.Kernel;
using Verksam.Kernel.Search;

namespace Verksam.Features.People.Searching;

/// <summary>
/// People by name, e-mail, number, town and number in a register. Who is under seal has none of these but a mask, and so is never found by them.
/// The scope is the units down to the person's own, and that one once more.
/// </summary>
internal static class PeopleIndex
{
    public static readonly SearchIndex Everybody = new("People",
        Composed("group_concat(", ", ' ')", "replace(u.\"Path\", '-', '')", "replace(lower(u.\"Id\"), '-', '')"),
        Composed("string_agg(", ", ' ')", "replace(u.\"Path\", '-', '')", "replace(u.\"Id\"::text, '-', '')"));

    /// <summary>The marks of where one may see people; null when that is everywhere.</summary>
    public static IReadOnlyList<string>? Scopes(CurrentUser me)
    {
        var grants = me.Where(Permission.SeePeople);
        return grants.Any(g => g.IsOfAll) ? null : [.. grants.Select(Mark)];
    }

    private static string Mark(Grant grant) => (grant.Below ? "" : "x") + grant.Path.Split('/')[^2].Replace("-", "", StringComparison.Ordinal);

    private static string Composed(string join, string joined, string path, string own) => $"""
        SELECT p."Id", p."Id" AS "GroupId", p."NameFolded" || ' ' || coalesce(p."Called", '') AS "Name",
            CASE WHEN p."IsProtected" THEN '' ELSE coalesce(p."RegisterNumber", '') END
            || ' ' || coalesce((SELECT {join}w."Folded"{joined} FROM "Ways" w WHERE w."PersonId" = p."Id"), '')
            || ' ' || coalesce((SELECT {join}a."Town"{joined} FROM "Addresses" a WHERE a."PersonId" = p."Id"), '') AS "Words",
            replace({path}, '/', ' ') || 'x' || {own} AS "Scope"
        FROM "People" p JOIN "Units" u ON u."Id" = p."UnitId"
        """;
}
