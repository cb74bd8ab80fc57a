using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People.Reach;
using Verksam.Kernel;

namespace Verksam.Features.People.Calling;

/// <summary>One try to reach somebody, as the caller told of it: perhaps hours later, when the phone found a net, and never twice.</summary>
internal sealed class Call : Entity<Call>, IAudited, IAboutPerson
{
    public const int LongestNote = 1000;

    private Call() { }

    public Call(Guid entry, CallTicket ticket, DateTimeOffset arrived) =>
        (Entry, ListId, PersonId, ById, ArrivedAt) = (entry, ticket.List, ticket.Person, ticket.By, arrived);

    /// <summary>Made by the phone or the form: the same is the same call, however often it comes.</summary>
    public Guid Entry { get; private set; }

    /// <summary>Which telling of it this is: a later one counts, an earlier one that was delayed does not.</summary>
    public int Telling { get; private set; }

    public Id<CallList> ListId { get; private set; }
    public Id<Person> PersonId { get; private set; }
    public Id<Person> ById { get; private set; }

    /// <summary>When it was made, by the phone's clock, never later than it came here.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it first came here.</summary>
    public DateTimeOffset ArrivedAt { get; private set; }

    public CallOutcome Outcome { get; private set; }

    /// <summary>When the person wants to be called instead.</summary>
    public DateTimeOffset? CallBackAt { get; private set; }

    /// <summary>The person may read it.</summary>
    [Personal]
    public string? Note { get; private set; }

    /// <summary>The person asked not to be called again.</summary>
    public bool AskedForPeace { get; private set; }

    public bool IsTakenBack { get; private set; }

    Guid? IAboutPerson.About => PersonId.Value;

    public static bool IsTalk(CallOutcome outcome) => outcome is CallOutcome.Reached or CallOutcome.WantsTo or CallOutcome.DoesNotWant;

    /// <param name="now">When this telling came here.</param>
    public void Tell(CallTold told, CallOutcome outcome, DateTimeOffset given, DateTimeOffset now)
    {
        (Telling, Outcome, IsTakenBack) = (told.Telling, outcome, false);
        At = told.AtWithin(given, now);
        CallBackAt = outcome == CallOutcome.CallBack ? told.CallBackFrom(now) : null;
        AskedForPeace = told.Peace && IsTalk(outcome);
        Note = string.IsNullOrWhiteSpace(told.Note) ? null : told.Note.Trim() is var note && note.Length > LongestNote ? note[..LongestNote] : note;
    }

    /// <summary>What it says of the number that was called; null when it says nothing.</summary>
    public WayState? NumberIs(CallOutcome? before) => IsTakenBack || Outcome is CallOutcome.NoAnswer or CallOutcome.CallBack
        ? before == CallOutcome.WrongNumber ? WayState.Untried : null
        : Outcome == CallOutcome.WrongNumber ? WayState.Wrong : WayState.Works;

    public void TakeBack() => IsTakenBack = true;
}

/// <summary>What somebody answered to a question; several of a list are several rows.</summary>
internal sealed class CallAnswer : Entity<CallAnswer>, IAudited, IAboutPerson
{
    private CallAnswer() { }

    public CallAnswer(Call call, Id<CallQuestion> question, string said) => (CallId, PersonId, QuestionId, Said) = (call.Id, call.PersonId, question, said);

    public Id<Call> CallId { get; private set; }
    public Id<Person> PersonId { get; private set; }
    public Id<CallQuestion> QuestionId { get; private set; }

    [Personal]
    public string Said { get; private set; } = "";

    Guid? IAboutPerson.About => PersonId.Value;
}

internal sealed class CallTable : IEntityTypeConfiguration<Call>
{
    public void Configure(EntityTypeBuilder<Call> builder)
    {
        builder.Property(c => c.Note).HasMaxLength(Call.LongestNote);
        builder.HasIndex(c => c.Entry).IsUnique();
        builder.HasIndex(c => new { c.ListId, c.PersonId, c.At });
        builder.HasIndex(c => new { c.PersonId, c.At });
        builder.HasOne<CallList>().WithMany().HasForeignKey(c => c.ListId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CallAnswerTable : IEntityTypeConfiguration<CallAnswer>
{
    public void Configure(EntityTypeBuilder<CallAnswer> builder)
    {
        builder.Property(a => a.Said).HasMaxLength(CallQuestion.LongestAnswer);
        builder.HasIndex(a => a.CallId);
        builder.HasIndex(a => new { a.QuestionId, a.Said });
        builder.HasOne<Call>().WithMany().HasForeignKey(a => a.CallId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<CallQuestion>().WithMany().HasForeignKey(a => a.QuestionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
