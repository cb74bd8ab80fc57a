using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.Ui;

namespace Verksam.Features.Planning.Carrying;

/// <summary>Says who saved a commitment while another was writing.</summary>
internal sealed class Meanwhile(AppDb db, CurrentUser me, Texts texts)
{
    /// <param name="at">The page that the form was on; the choice is sent to it.</param>
    public async Task<Versus> Put(TwoWrote wrote, CommitmentPlaces.Place place, string at, IReadOnlyDictionary<string, string?>? others = null)
    {
        var id = place.Row.Commitment.Id.Value;
        var last = await (
            from entry in db.Audit
            where entry.WhatId == id && entry.Kind == AuditKind.Changed
            orderby entry.At descending
            select new { entry.At, entry.By, Name = db.People.Where(p => ((Guid)(object)p.Id) == entry.By).Select(p => p.Name).FirstOrDefault() }).FirstAsync();
        var hour = TimeZoneInfo.ConvertTime(last.At, OurTime.Zone).ToString("HH.mm", CultureInfo.InvariantCulture);
        var what = texts["Planning.Commitment.The", place.Row.Commitment.Number!];
        var said = texts.Capital(texts[last.By == me.PersonId ? "Ui.Versus.SaidYou" : last.Name is null ? "Ui.Versus.SaidNobody" : "Ui.Versus.Said", last.Name ?? "", what, hour]);
        return new Versus(wrote, texts["Planning.Commitment", place.Row.Commitment.Number!], place.Words, last.Name is null ? hour : $"{last.Name}, {hour}", said, $"{place.Url}/{at}", place.Url, others);
    }
}
