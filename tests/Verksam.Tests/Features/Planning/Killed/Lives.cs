using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Kernel;
using Verksam.Kernel.Keeping;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.Planning.Killed;

/// <summary>One life of the program after another on the same database; what one left is looked at when the next has started.</summary>
internal sealed class Lives(TestDatabase database, IReadOnlyList<Work> works)
{
    private static readonly Act[] Acts = Enum.GetValues<Act>();

    private readonly Dictionary<Act, string> _never = [];
    private readonly Dictionary<Act, string> _whole = [];
    private readonly HashSet<Act> _answered = [];
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private RunningProgram.Pass? _pass;
    private long _stamp;
    private int _acts;
    private int _life;
    private int _reports;

    /// <summary>How many of the acts that a kill cut off were whole, and how many never begun.</summary>
    public (int Whole, int Never) Cut { get; private set; }

    /// <summary>
    /// Starts, works and is killed: <paramref name="after"/> that long from when all stood ready to write, or when all four acts are answered.
    /// How long it wrote.
    /// </summary>
    public async Task<TimeSpan> Live(TimeSpan? after)
    {
        using var program = await RunningProgram.Start(database);
        await Look();
        _pass ??= await program.SignIn(Cast.Ombudsman);
        return await Write(program, after);
    }

    private async Task<TimeSpan> Write(RunningProgram program, TimeSpan? after)
    {
        var gate = await Gate.Close(database);
        var acts = works[_life++].Requests(_pass!).Select(r => Do(program, r.Key, r.Value)).ToList();
        var reports = Report(program);
        await program.Rest();
        await gate.DisposeAsync();
        var began = TimeProvider.System.GetTimestamp();
        await (after is { } time ? Task.Delay(time, TimeProvider.System) : Task.WhenAll(acts));
        var wrote = TimeProvider.System.GetElapsedTime(began);
        program.Kill();
        await Task.WhenAll([.. acts, reports]);
        return wrote;
    }

    /// <summary>Every act of the last life, as the database has it now.</summary>
    public async Task Look()
    {
        await using (var app = await AppUnderTest.In(database))
            await app.Read(async db => { await Look(db); return true; });
        await database.Close(); // the program alone holds it when it is killed, so that it has to recover by itself
    }

    private async Task Look(AppDb db)
    {
        if (_life == 0)
            await Begin(db);
        else
            await Judge(db, works[_life - 1]);
        (await Traces.Loose(db)).ShouldBeEmpty();
    }

    private async Task Begin(AppDb db)
    {
        foreach (var act in Acts)
            _never[act] = await Traces.Of(db, works[0], act);
        _stamp = await db.Set<Stamp>().Select(s => s.Number).SingleAsync();
    }

    private async Task Judge(AppDb db, Work work)
    {
        foreach (var act in Acts)
        {
            var trace = await Traces.Of(db, work, act);
            if (_life == 1)
                _whole[act] = trace;
            trace.ShouldBeOneOf(_answered.Contains(act) ? [_whole[act]] : [_whole[act], _never[act]], $"{act}, life {_life}");
            _whole[act].ShouldNotBe(_never[act]);
            _acts += trace == _whole[act] ? 1 : 0;
            if (!_answered.Contains(act))
                Cut = trace == _whole[act] ? (Cut.Whole + 1, Cut.Never) : (Cut.Whole, Cut.Never + 1);
        }
        _answered.Clear();
        var told = await db.Reports.Select(r => r.Text).ToListAsync();
        _told.ShouldBeSubsetOf(told);
        // each act that is there has moved the stamp, or other nodes would go on showing what was before it
        (await db.Set<Stamp>().Select(s => s.Number).SingleAsync()).ShouldBeGreaterThanOrEqualTo(_stamp + _acts + told.Count);
    }

    private async Task Do(RunningProgram program, Act act, HttpRequestMessage request)
    {
        if (await IsAnswered(program, request))
            _answered.Add(act);
    }

    private async Task Report(RunningProgram program)
    {
        string[] numbers = ["1.1", "1.2", "2.1", "2.2"];
        while (true)
        {
            var text = $"Rad {++_reports}";
            if (!await IsAnswered(program, RunningProgram.Form($"/planen/2026/{numbers[_reports % 4]}", _pass!, new() { ["Input.Text"] = text, ["Input.Count"] = $"{_reports}" })))
                return;
            _told.Add(text);
        }
    }

    private static async Task<bool> IsAnswered(RunningProgram program, HttpRequestMessage request)
    {
        try
        {
            using var answer = await program.Http.SendAsync(request);
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, request.RequestUri!.ToString());
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
