namespace Verksam.Features.People.Import.Reading;

/// <summary>Why a row or a cell is not taken, besides what its cells' own readers say (CellWrongs); the texts have the words.</summary>
internal static class RowFaults
{
    public const string NoName = "no-name", NameTooLong = "name-too-long", SumRow = "sum-row", TooManyCells = "too-many-cells", OpenQuote = "open-quote",
        Unit = "unit", Relation = "relation", Language = "language", Elsewhere = "elsewhere", LeftAlready = "left-already";

    public static readonly IReadOnlyList<string> All = [NoName, NameTooLong, SumRow, TooManyCells, OpenQuote, Unit, Relation, Language, Elsewhere, LeftAlready];
}
