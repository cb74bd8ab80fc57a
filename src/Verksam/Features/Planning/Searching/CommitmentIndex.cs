using Verksam.Kernel;
using Verksam.Kernel.Search;

namespace Verksam.Features.Planning.Searching;

/// <summary>What adopted plans promise, by the words of the text that holds. Written anew plan by plan. The scope is as that of people.</summary>
internal static class CommitmentIndex
{
    public static readonly SearchIndex Adopted = new("Commitments",
        Composed("group_concat(", ", ' ')", "replace(lower(u.\"Id\"), '-', '')"),
        Composed("string_agg(", ", ' ')", "replace(u.\"Id\"::text, '-', '')"));

    /// <summary>The marks of one's own units and those above, and of all where one edits plans: as <see cref="Visibility.VisibleTo"/> has it.</summary>
    public static IReadOnlyList<string> Scopes(CurrentUser me) =>
    [
        .. me.Line().Select(id => "x" + id.ToString("N")),
        .. me.Where(Permission.EditPlan).Select(g => (g.Below ? "" : "x") + g.Path.Split('/')[^2].Replace("-", "", StringComparison.Ordinal)),
    ];

    private static string Composed(string join, string joined, string own) => $"""
        SELECT c."Id", c."PlanId" AS "GroupId", '' AS "Name",
            (SELECT {join}substr(v."Text", p."Start" + 1, p."Length"){joined} FROM "Passages" p JOIN "PlanVersions" v ON v."Id" = p."VersionId"
                WHERE p."CommitmentId" = c."Id" AND v."State" = {(int)VersionState.Adopted}) AS "Words",
            replace(replace(u."Path", '-', ''), '/', ' ') || 'x' || {own} AS "Scope"
        FROM "Commitments" c JOIN "Plans" plan ON plan."Id" = c."PlanId" JOIN "Units" u ON u."Id" = plan."UnitId"
        WHERE c."Chapter" IS NOT NULL AND EXISTS (SELECT 1 FROM "Passages" p JOIN "PlanVersions" v ON v."Id" = p."VersionId"
            WHERE p."CommitmentId" = c."Id" AND v."State" = {(int)VersionState.Adopted})
        """;
}
