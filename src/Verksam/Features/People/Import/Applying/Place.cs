using Verksam.Features.People.Tags;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.People.Import.Applying;

/// <summary>What all rows of a run share when they are written.</summary>
internal sealed class Place(ImportRun run, Unit unit, IEnumerable<Tag> tags, Texts texts)
{
    private readonly Dictionary<string, Tag> _tags = tags.DistinctBy(t => t.NameFolded).ToDictionary(t => t.NameFolded, StringComparer.Ordinal);

    public required Comparing.Rules Rules { get; init; }

    public required DateTimeOffset Now { get; init; }

    public DateOnly Today => Rules.Today;

    public Id<Person>? By => run.ById;

    public Id<Unit> Unit => unit.Id;

    /// <summary>Tags that nobody had before.</summary>
    public List<Tag> NewTags { get; } = [];

    private int _saved;

    public string Mask(Person person) => texts["Protection.Mask", person.MaskCode];

    /// <summary>Those of them that are not saved yet; whoever asks saves them.</summary>
    public IReadOnlyList<Tag> Unsaved()
    {
        var unsaved = NewTags[_saved..];
        _saved = NewTags.Count;
        return unsaved;
    }

    public Tag Tagged(string name)
    {
        var folded = AppDb.Folded(name);
        if (!_tags.TryGetValue(folded, out var tag))
        {
            NewTags.Add(tag = new Tag(unit.Id, name));
            _tags[folded] = tag;
        }
        return tag;
    }
}
