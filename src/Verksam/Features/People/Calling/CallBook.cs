using Microsoft.EntityFrameworkCore;
using Verksam.Features.People.Reach;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Time;

namespace Verksam.Features.People.Calling;

/// <summary>Takes in what callers tell, from the screen or hours later from a phone: each call once, the latest telling of it, and never lost.</summary>
internal sealed class CallBook(AppDb db, CurrentUser me, CallTickets tickets)
{
    private const int MostTries = 3;

    private DateTimeOffset Now => db.Clock.GetUtcNow();

    /// <summary>Saves. That one answer cannot be read keeps nothing else from being taken in.</summary>
    public async Task<CallTaken> Write(CallTold told, IFormCollection form)
    {
        var receipt = await TryWrite(told, form);
        return receipt != CallReceipt.NotYours && tickets.Read(told.Ticket) is { } ticket ? new CallTaken(receipt, ticket.Person, await Unread(told, ticket.List, form)) : CallTaken.No;
    }

    /// <summary>What is written where a number is asked for, and is none. Where nobody talked nothing was asked.</summary>
    public async Task<IReadOnlyList<(string Said, CallQuestion Question)>> Unread(CallTold told, Id<CallList> list, IFormCollection form)
    {
        if (told.Outcome is not { } outcome || !Call.IsTalk(outcome))
            return [];
        var numbers = await db.CallQuestions.AsNoTracking().Where(q => q.ListId == list && q.Kind == QuestionKind.Number).OrderBy(q => q.Order).ToListAsync();
        return [.. numbers.Select(q => (q.Unread(CallTold.AnswersTo(q.Id.Value, form)), q)).Where(u => u.Item1 is not null).Select(u => (u.Item1!, u.q))];
    }

    /// <summary>The last I told was a mistake: as if nobody had called.</summary>
    public async Task<Call?> TakeBack(Id<Call> id)
    {
        var self = new Id<Person>(me.PersonId);
        if (await db.Calls.SingleOrDefaultAsync(c => c.Id == id && c.ById == self && !c.IsTakenBack) is not { } call)
            return null;
        var (before, asked) = (call.Outcome, call.AskedForPeace);
        call.TakeBack();
        var person = await db.People.SingleAsync(p => p.Id == call.PersonId);
        Learn(person, call.NumberIs(before), person.WaysOf(WayKind.Phone).FirstOrDefault(w => w.State == WayState.Wrong && w.StateSince == OurTime.DayOf(call.At)));
        if (asked)
            person.Prefers(person.Language, person.Wish, doNotCall: false);
        await db.SaveChangesAsync();
        return call;
    }

    // of two that come at once with the same entry, the second finds the first
    private async Task<CallReceipt> TryWrite(CallTold told, IFormCollection form)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await Once(told, form);
            }
            catch (DbUpdateException before) when (Database.IsBefore(before) && tries < MostTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<CallReceipt> Once(CallTold told, IFormCollection form)
    {
        if (tickets.Read(told.Ticket) is not { } ticket || ticket.By.Value != me.PersonId || told.Outcome is not { } outcome || told.Entry == Guid.Empty
            || await db.CallLists.SingleOrDefaultAsync(l => l.Id == ticket.List) is not { } list
            || await db.People.SingleOrDefaultAsync(p => p.Id == ticket.Person) is not { } person)
            return CallReceipt.NotYours;
        var call = await db.Calls.SingleOrDefaultAsync(c => c.Entry == told.Entry);
        if (call is not null && (call.ById != ticket.By || call.PersonId != ticket.Person || call.ListId != ticket.List))
            return CallReceipt.NotYours;
        if (told.Telling <= call?.Telling)
            return CallReceipt.Known;
        var (before, asked) = (call?.Outcome, call?.AskedForPeace == true);
        if (call is null)
            db.Calls.Add(call = new Call(told.Entry, ticket, Now));
        call.Tell(told, outcome, ticket.At, Now);
        await Answer(call, form);
        Learn(person, call.NumberIs(before), person.WaysOf(WayKind.Phone).FirstOrDefault(w => w.Value == ticket.Number));
        if (call.AskedForPeace != asked)
            person.Prefers(person.Language, person.Wish, call.AskedForPeace);
        await db.SaveChangesAsync();
        return await Close(list, ticket, isFirst: before is null);
    }

    private async Task Answer(Call call, IFormCollection form)
    {
        var questions = await db.CallQuestions.Where(q => q.ListId == call.ListId).ToListAsync();
        var known = await db.CallAnswers.Where(a => a.CallId == call.Id).ToListAsync();
        foreach (var question in questions)
        {
            var said = question.Understood(CallTold.AnswersTo(question.Id.Value, form));
            db.CallAnswers.RemoveRange(known.Where(a => a.QuestionId == question.Id && !said.Contains(a.Said)));
            db.CallAnswers.AddRange(said.Where(s => !known.Exists(a => a.QuestionId == question.Id && a.Said == s)).Select(s => new CallAnswer(call, question.Id, s)));
        }
    }

    private void Learn(Person person, WayState? state, Way? way)
    {
        if (state is { } now && way is not null)
            person.Note(way, now, OurTime.DayOf(Now));
    }

    // what lay in the phone is told: the person is free for others
    private async Task<CallReceipt> Close(CallList list, CallTicket ticket, bool isFirst)
    {
        var now = Now;
        var mine = db.CallLeases.Where(l => l.PersonId == ticket.Person && l.ById == ticket.By && l.Until > now);
        var lease = await mine.AsNoTracking().FirstOrDefaultAsync();
        if (lease?.IsInPocket == true)
            await mine.ExecuteDeleteAsync();
        return list.State == CallListState.Closed ? CallReceipt.KeptAfterClosing : lease is null && isFirst ? CallReceipt.KeptAfterLease : CallReceipt.Kept;
    }
}
