using Verksam.Features.People;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Carrying;

/// <summary>To whom commitments may be handed, and what may count them.</summary>
internal sealed class Handing(Candidates candidates, IEnumerable<IMeasure> measures)
{
    public IReadOnlyList<IMeasure> Measures => [.. measures];

    public Task<IReadOnlyList<Candidates.Candidate>> To(Unit unit) => candidates.For(unit);

    public bool IsMeasure(string? code) => string.IsNullOrEmpty(code) || measures.Any(m => m.Code == code);

    public async Task<bool> MayCarry(Unit unit, params Id<Person>?[] people)
    {
        foreach (var person in people)
        {
            if (person is { } id && !await candidates.Has(unit, id))
                return false;
        }
        return true;
    }
}
