using Verksam.Kernel.Text;

namespace Verksam.Features.Structure;

/// <summary>What a party, a union or another association usually calls its parts and its plan, to begin with.</summary>
internal static class Presets
{
    /// <summary>The one whose words are those of the texts.</summary>
    public const string Party = "party";

    public static readonly IReadOnlyList<string> All = [Party, "union", "ngo"];

    /// <summary>The words in the language of the one who asks; none for what the texts say anyway.</summary>
    public static IReadOnlyDictionary<string, string[]> Words(string preset, Texts texts) => preset == Party
        ? new Dictionary<string, string[]>(StringComparer.Ordinal)
        : HouseWords.Nouns.ToDictionary(noun => noun, noun => texts[$"Ui.Words.{preset}.{noun}"].Split(';'), StringComparer.Ordinal);
}
