using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Messages;

/// <summary>What each letter of the chain says, and whether it is sent: as said for the kind, else for all, else the usual.</summary>
internal sealed class Chain(AppDb db, Texts texts)
{
    public async Task<Said> Of(MessageStep step, string kind) =>
        Of(await db.MessageWords.AsNoTracking().Where(w => w.Step == step && (w.Kind == kind || w.Kind == "")).ToListAsync(), step, kind);

    /// <param name="rows">Those of all kinds, and of the one that is meant.</param>
    public Said Of(IReadOnlyList<MessageWords> rows, MessageStep step, string kind)
    {
        var (own, all) = (rows.FirstOrDefault(r => r.Step == step && r.Kind == kind), rows.FirstOrDefault(r => r.Step == step && r.Kind.Length == 0));
        // on the day itself too would be one letter too many, unless somebody wants it
        return new Said(own?.IsOff ?? all?.IsOff ?? step == MessageStep.SameDay, own?.Words ?? all?.Words ?? texts[$"Messages.Usual.{step}"]);
    }

    internal sealed record Said(bool IsOff, string Words);
}
