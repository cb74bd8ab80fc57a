namespace Verksam.Formats;

/// <summary>A paragraph as a document format tells it apart.</summary>
/// <param name="Text">The words, never empty; a line feed is a hard line break, a tab stands between the cells of a table row.</param>
/// <param name="HeadingLevel">1–9 for a heading, 0 for the document's title, null for other text.</param>
/// <param name="ListLevel">1 and up for an item of a list; null for other text, and for headings, numbered or not.</param>
/// <param name="Bold">Every word of it is bold.</param>
public sealed record DocumentParagraph(string Text, int? HeadingLevel = null, int? ListLevel = null, bool Bold = false);
