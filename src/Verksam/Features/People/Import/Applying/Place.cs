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

    public string Mask(Person person) => texts["People.Protected.Mask", person.MaskCode];

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
