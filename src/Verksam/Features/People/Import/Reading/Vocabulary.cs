using System.Collections.Frozen;
using Verksam.Features.People.Belonging;
using Verksam.Features.People.Reach;
using Verksam.Features.Structure;
using Verksam.Formats.Tables.Cells;
using Verksam.Kernel;

namespace Verksam.Features.People.Import.Reading;

/// <summary>What the words of registers mean: relations, languages, protection, and the units of this organisation.</summary>
internal sealed class Vocabulary(Mapping mapping, IReadOnlyDictionary<string, Id<Unit>> units)
{
    private static readonly FrozenDictionary<string, RelationKind> Kinds = new (RelationKind Kind, string Words)[]
    {
        (RelationKind.Member, "m,medlem,member,ordinarie,ordinarie medlem,aktiv,aktiv medlem,ungdomsmedlem,full,active"),
        (RelationKind.Sympathiser, "s,sympatisör,sympathiser,sympathizer,supporter,stödmedlem,stödjare,vän"),
        (RelationKind.Contact, "k,kontakt,contact,intresserad,prospekt"),
        (RelationKind.Former, "u,utträdd,utträde,former,före detta,f d,fd,f.d.,tidigare,tidigare medlem,avslutad,avgått,lämnat,left,avliden,utesluten,ej medlem"),
    }.SelectMany(k => k.Words.Split(',').Select(word => (word, k.Kind))).ToFrozenDictionary(k => k.word, k => k.Kind, StringComparer.Ordinal);

    public static RelationKind? UsualKind(string word) => Kinds.TryGetValue(Plain(word), out var kind) ? kind : null;

    public RelationKind? Kind(string word) => mapping.Relations.TryGetValue(Plain(word), out var said) ? said : UsualKind(word);

    public Id<Unit>? Unit(string word) => mapping.Units.TryGetValue(Plain(word), out var said) ? said : units.TryGetValue(Plain(word), out var named) ? named : null;

    public static string? Language(string word) => Tongues.Code(word);

    /// <summary>A mark that nobody understands protects all the same: the other mistake cannot be mended.</summary>
    public static bool Protects(string word) => word.Trim().Length > 0 && YesNo.Read(word) is not { IsRead: true, Value: false };

    public static string Plain(string word) => AppDb.Folded(Kernel.Text.OneLine.Of(word));
}
