using System.Text.RegularExpressions;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.Accounts;

/// <summary>Reads the letters that let people in.</summary>
internal static partial class Letters
{
    /// <summary>The link's path and the code of the last letter.</summary>
    public static (string Link, string Code) Last(AppUnderTest app)
    {
        var text = app.Post.HandedOver[^1].Text;
        return (Link().Match(text).Value, Code().Match(text).Value.Replace(" ", "", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"/logga-in/lank/\S+", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\b\d{3} \d{3}\b", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
