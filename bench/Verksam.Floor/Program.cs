using System.Globalization;
using Verksam.Floor;

if (args is ["people", var file, var count])
{
    People.Fill(file, int.Parse(count, CultureInfo.InvariantCulture));
    return;
}

if (args is ["gatherings", var there, var meetings])
{
    Meetings.Fill(there, int.Parse(meetings, CultureInfo.InvariantCulture));
    return;
}

if (args is ["shifts", var rota, var shifts])
{
    Meetings.Shifts(rota, int.Parse(shifts, CultureInfo.InvariantCulture));
    return;
}

if (args is ["signups", var lists, var signups])
{
    Meetings.SignUps(lists, int.Parse(signups, CultureInfo.InvariantCulture));
    return;
}

if (args is ["seats", var hall, var of])
{
    await Console.Out.WriteLineAsync(Meetings.Seats(hall, of));
    return;
}

if (args is ["insert" or "copy" or "commits", var where, var rows])
{
    var number = int.Parse(rows, CultureInfo.InvariantCulture);
    var took = args[0] switch { "insert" => Inserts.Insert(where, number), "commits" => Inserts.Insert(where, number, each: true), _ => await Inserts.Copy(where, number) };
    await Console.Out.WriteLineAsync(took.ToString("0", CultureInfo.InvariantCulture));
    return;
}

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
app.MapGet("/healthz", () => "ok");
// SQLite is not touched before the first pulse, so that the start measured on /healthz is bare Kestrel's.
app.MapGet("/pulse", context => Pulse.Write(context.Response));
// the program's own database asked by hand, and filled for that
app.MapGet("/segment", ByHand.Write);
app.MapGet("/fill/{people:int}", (int people) => ByHand.Fill(people));
app.MapGet("/words", Words.Write);
await app.RunAsync();
