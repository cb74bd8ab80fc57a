using Verksam.PlanReading;

namespace Verksam.Features.Planning.Living;

/// <summary>The elements of a plan's blocks. A paragraph is a div: a note stands inside it.</summary>
internal static class PaperTags
{
    public static string Open(BlockKind kind, int level, string anchor) => kind switch
    {
        BlockKind.Heading when level == 1 => $"<h2 id=\"{anchor}\">",
        BlockKind.Heading => "<h3>",
        BlockKind.ListItem => "<li>",
        _ => "<div role=\"paragraph\">",
    };

    public static string Close(BlockKind kind, int level) => kind switch
    {
        BlockKind.Heading => level == 1 ? "</h2>" : "</h3>",
        BlockKind.ListItem => "</li>",
        _ => "</div>",
    };
}
