using System.Xml;

namespace Verksam.Formats.Xml;

/// <summary>The XML reader keeps every name it ever met; this table refuses a file that is made of names.</summary>
internal sealed class CountedNames : NameTable
{
    private const int Most = 20_000;

    private int _count;

    public override string Add(string key) => Get(key) ?? Count(base.Add(key));

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Count(base.Add(key, start, len));

    private string Count(string name) =>
        ++_count <= Most ? name : throw new UnreadableDocument(UnreadableDocument.TooMuchText);
}
