using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Door;

/// <summary>What the screen at the door says of the numbers: on the page, and to its script when they change.</summary>
internal static class DoorSaid
{
    /// <summary>Nothing, for the empty screen.</summary>
    public static readonly IReadOnlyDictionary<string, string> None =
        new[] { "here", "of", "verdict", "left", "figure", "figure-of", "new", "first", "all", "missing" }.ToDictionary(place => place, _ => "", StringComparer.Ordinal);

    /// <summary>Each by the name of its place on the screen.</summary>
    public static IReadOnlyDictionary<string, string> All(Texts texts, DoorShown shown)
    {
        var (count, here, all) = (shown.Count, shown.New.Count(r => r.Here > 0), shown.New.Count());
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["here"] = texts["Door.HereAre", count.Here],
            ["of"] = count.WalkedBy == 0 ? texts["Door.Of", count.SignedUp] : texts["Door.OfAnd", count.SignedUp, texts.Count("Door.Walked", count.WalkedBy)],
            ["verdict"] = texts["Door.Here.Short", count.Here],
            ["left"] = texts["Door.Left", count.Missing],
            ["figure"] = texts["Door.Number", count.Here],
            ["figure-of"] = count.WalkedBy == 0 ? texts["Door.Figure.Of", count.SignedUp] : texts["Door.Figure.OfAnd", count.SignedUp, texts.Number(count.WalkedBy)],
            ["new"] = texts["Door.Figure.NewOf", here, all],
            ["first"] = texts["Door.Number", count.FirstTimes],
            ["all"] = texts["Door.Number", shown.Rows.Count],
            ["missing"] = texts["Door.Number", shown.Missing.Count()],
        };
    }
}
