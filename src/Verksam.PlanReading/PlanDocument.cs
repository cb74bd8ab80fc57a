using System.Runtime.InteropServices;

namespace Verksam.PlanReading;

/// <summary>A piece of a text: <paramref name="Length"/> UTF-16 units from <paramref name="Start"/>.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextRange(int Start, int Length)
{
    /// <summary>The first position after the range.</summary>
    public int End => Start + Length;

    /// <summary>The words themselves.</summary>
    public string In(string text) => text.Substring(Start, Length);
}

/// <summary>What a block of the plan is on the page.</summary>
public enum BlockKind
{
    /// <summary>The plan's own title; at most one.</summary>
    Title,

    /// <summary>Who, when and in what state, close under the title ("Förslag från styrelsen, 11 januari").</summary>
    Byline,

    /// <summary>A chapter or section heading; <see cref="Block.Level"/> 1 is a chapter.</summary>
    Heading,

    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>One point of a list; <see cref="Block.Level"/> 1 is the outermost list. The mark is not in the text.</summary>
    ListItem,
}

/// <summary>One block of the plan, as a range of <see cref="PlanDocument.Text"/>.</summary>
public sealed record Block(BlockKind Kind, int Level, TextRange Range);

/// <summary>
/// A plan as it is stored: Unicode NFC, line feeds, one block a line, and what each line is.
/// Page furniture (page numbers, running heads, tables of contents, web menus) is already gone.
/// </summary>
public sealed record PlanDocument(string Text, IReadOnlyList<Block> Blocks);
