using Verksam.Features.People;
using Verksam.Features.Planning.Measures;
using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Carrying;

/// <summary>To whom commitments may be handed, and what may count them.</summary>
internal sealed class Handing(Candidates candidates, Figures figures)
{
    public Task<IReadOnlyList<IMeasure>> MeasuresOf(Unit unit) => figures.All(unit.Id);

    public Task<IReadOnlyList<Candidates.Candidate>> To(Unit unit) => candidates.For(unit);

    public async Task<bool> IsMeasure(string? code) => string.IsNullOrEmpty(code) || await figures.Find(code) is not null;

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
