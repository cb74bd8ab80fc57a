using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Ui;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>How it went out there: the figures stand there already, three lines and the weather are to write. It is what says that the gathering took place.</summary>
[Requires(Permission.SeePlan)]
internal sealed class StandReportPage(AppDb db, CurrentUser me, Outcomes outcomes, Tally tally, Texts texts) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Gathering Gathering { get; private set; } = null!;

    /// <summary>Null as long as nobody has told.</summary>
    public StandReport? Report { get; private set; }

    public StandOutcome Outcome { get; private set; } = null!;
    public IReadOnlyList<(Id<TalkingPoint> Topic, string Word, int Times)> Topics { get; private set; } = [];
    public bool HasBegun => Gathering.Starts <= db.Clock.GetUtcNow();
    public string Here => $"/aktiviteter/{Gathering.Id}";

    public async Task<IActionResult> OnGet(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        Input = Form.Of(Report, Gathering.Attended, Outcome.Counted, await tally.Of(id));
        return Page();
    }

    public async Task<IActionResult> OnPost(Id<Gathering> id)
    {
        if (!await Find(id))
            return NotFound();
        if (Report is not null)
            db.Expect(Report, Input.Revision);
        if (!ModelState.IsValid || ModelState.Refuses(Input.Tell(Gathering, texts, db.Clock.GetUtcNow()), texts))
            return Page();
        Input.Fill(Report ?? db.StandReports.Add(new StandReport(id)).Entity);
        await db.SaveChangesAsync();
        TempData.Say(texts["Gatherings.Told"]);
        return Redirect(Here);
    }

    private async Task<bool> Find(Id<Gathering> id)
    {
        if (await db.Gatherings.ReportedBy(me, db).SingleOrDefaultAsync(g => g.Id == id) is not { } gathering)
            return false;
        (Gathering, Report) = (gathering, await db.StandReports.SingleOrDefaultAsync(r => r.GatheringId == id));
        (Outcome, Topics) = (await outcomes.One(gathering), await tally.Topics(id));
        return true;
    }

    internal sealed class Form
    {
        [Range(0, StandReport.MostCounted)]
        public int Conversations { get; set; }

        [Range(0, StandReport.MostCounted)]
        public int Leaflets { get; set; }

        /// <summary>What had been tapped when the form was opened: what comes later is added to what somebody wrote.</summary>
        [Range(0, int.MaxValue)]
        public int Tapped { get; set; }

        [Range(0, int.MaxValue)]
        public int TappedLeaflets { get; set; }

        /// <summary>How many were there, where somebody has counted that.</summary>
        [Range(0, Venue.MostPeople)]
        public int? Attended { get; set; }

        [StringLength(StandReport.LongestLine)]
        public string? WentWell { get; set; }

        [StringLength(StandReport.LongestLine)]
        public string? ToChange { get; set; }

        [StringLength(StandReport.LongestLine)]
        public string? Asked { get; set; }

        [StringLength(StandReport.LongestWeather)]
        public string? Weather { get; set; }

        public int Revision { get; set; }

        public static Form Of(StandReport? report, int? attended, Tapped counted, Tapped tapped) => new()
        {
            Attended = attended,
            Conversations = counted.Conversations,
            Leaflets = counted.Leaflets,
            Tapped = tapped.Conversations,
            TappedLeaflets = tapped.Leaflets,
            WentWell = report?.WentWell,
            ToChange = report?.ToChange,
            Asked = report?.WhatPeopleAsked,
            Weather = report?.Weather,
            Revision = report?.Revision ?? 0,
        };

        public void Fill(StandReport report)
        {
            report.Counts(Conversations, Leaflets, new Tapped(Tapped, TappedLeaflets));
            report.Says(WentWell, ToChange, Asked, Weather);
        }

        /// <summary>The gathering took place; its own report has the same words in one piece, for those who read all reports.</summary>
        public Refusal? Tell(Gathering gathering, Texts texts, DateTimeOffset now)
        {
            var lines = new[] { ("WentWell", WentWell), ("ToChange", ToChange), ("Asked", Asked), ("Weather", Weather) }
                .Where(l => OneLine.OrNull(l.Item2) is not null).Select(l => texts[$"Stands.Report.Line.{l.Item1}", OneLine.Of(l.Item2!)]);
            return gathering.Tell(string.Join('\n', lines) is { Length: > 0 } words ? words : texts["Stands.Report.OnlyFigures"], Attended, now);
        }
    }
}
