using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.Planning.Measures;

/// <summary>What counts a commitment: its figure over the year and, when asked for, the rows behind.</summary>
internal sealed class Counting(Figures figures, MeasurePanels panels, RowsBehind rows)
{
    public async Task<(MeasurePanel? Panel, IReadOnlyList<RowsBehind.Row>? Rows)> Of(string code, Id<Unit> unit, CurrentUser me, bool withRows)
    {
        var panel = await panels.Of(unit, code) is [var only, ..] ? only : null;
        if (!withRows || await figures.Find(code) is not { } measure)
            return (panel, null);
        return (panel, await rows.Of(measure, unit, me, CancellationToken.None));
    }
}
