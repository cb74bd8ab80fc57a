using Verksam.Bench;
using Verksam.Bench.Measures;

// Standard output holds the lines alone; all else goes to standard error.
var arguments = Arguments.From(args);
IMeasure[] all =
[
    new StartToHealthz(), new StartToSignIn(), new IdlePrivateMemory(), new IdleResidentMemory(),
    new Page("page-plan", "/planen/2026", 6), new Page("page-overview", "/oversikt", 10), new Page("page-today", "/idag", 10), new Page("page-mine", "/min-sida", 10),
    new ReadPlanSeconds(), new ReadPlanLinear(), new SegmentPage("segment", 10_000), new SegmentPage("large-segment", 100_000),
    new Page("page-members", "/manniskor", 8), new Page("page-person", "/manniskor/*", 8), new ManyMembers("members-100k", 100_000, 8),
    new PublicCalendar("page-calendar", 600, 6), new ManySignUps("signups-400"),
    new Page("page-shifts", "/aktiviteter/01900000-0000-7000-8003-000000000001", 8) { Fill = ("shifts", "60") }, new Rearrange("rearrange-200"),
    new ImportMany("import-10k", IsPostgres: false), new ImportMany("import-10k-postgresql", IsPostgres: true),
    new SearchBox("search-100k", 100_000, 6, IsLarge: false), new SearchBox("large-search-1m", 1_000_000, 20, IsLarge: true),
    new OverviewAtScale("large-overview", isFresh: false), new OverviewAtScale("large-overview-fresh", isFresh: true), new Crowd(),
];

var wanted = all.Where(arguments.Wants).ToList();
if (wanted.Count == 0) await Console.Error.WriteLineAsync("measure: nothing of that name");
using var bench = new Workbench(arguments);
foreach (var measure in wanted)
{
    await Console.Error.WriteLineAsync($"measure: {measure.Name}");
    var line = await bench.Take(measure);
    await Console.Out.WriteLineAsync(line.ToString());
}
