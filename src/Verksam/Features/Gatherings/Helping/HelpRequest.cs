using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Verksam.Features.People;
using Verksam.Features.Structure;
using Verksam.Kernel;
using Verksam.Kernel.Text;

namespace Verksam.Features.Gatherings.Helping;

/// <summary>What help is asked for. Stored as a number: never renumber.</summary>
internal enum HelpSort
{
    People = 0,
    Material = 1,
    Money = 2,
    Other = 3,
}

/// <summary>How far it has come. Stored as a number: never renumber.</summary>
internal enum HelpState
{
    Asked = 0,
    Promised = 1,
    Declined = 2,

    /// <summary>What was promised is there.</summary>
    Given = 3,
}

/// <summary>Those who arrange a gathering ask the unit above them for help (hjälp), which answers and sees to it.</summary>
internal sealed class HelpRequest : Entity<HelpRequest>, IAudited, IVersioned
{
    public const int LongestWhat = 200, LongestAnswer = 400, Most = 20;

    private HelpRequest() { }

    /// <param name="of">The unit that is asked.</param>
    /// <param name="asked">The id that the form has had since it was shown, so that one sent twice makes one.</param>
    public HelpRequest(Id<Gathering> gathering, Id<Unit> of, Id<Person> by, DateTimeOffset now, Id<HelpRequest>? asked = null) =>
        (Id, GatheringId, UnitId, AskedById, At) = (asked ?? Id, gathering, of, by, now);

    public Id<Gathering> GatheringId { get; private set; }
    public Id<Unit> UnitId { get; private set; }
    public HelpSort Sort { get; private set; }

    /// <summary>"Två som kan stå på lördagen".</summary>
    public string What { get; private set; } = "";

    /// <summary>Null when the person is gone.</summary>
    public Id<Person>? AskedById { get; private set; }

    public DateTimeOffset At { get; private set; }
    public HelpState State { get; private set; }

    /// <summary>In the words of whoever answered.</summary>
    [Personal]
    public string? Answer { get; private set; }

    public Id<Person>? AnsweredById { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public int Revision { get; set; }

    /// <summary>How its state looks.</summary>
    public string Status => State switch { HelpState.Asked => "at-risk", HelpState.Declined => "late", HelpState.Given => "done", _ => "on-track" };

    public Refusal? Write(HelpSort sort, string? what)
    {
        if (OneLine.OrNull(what) is not { } line)
            return HelpingRefusals.WhatMissing;
        (Sort, What) = (sort, line);
        return null;
    }

    /// <summary>That is the answer already.</summary>
    public bool IsSaid(bool yes, string? answer) => State == (yes ? HelpState.Promised : HelpState.Declined) && Answer == OneLine.OrNull(answer);

    /// <summary>Yes or no; whoever changes their mind answers again.</summary>
    public Refusal? Says(bool yes, string? answer, Id<Person> by, DateTimeOffset now)
    {
        if (!yes && OneLine.OrNull(answer) is null)
            return HelpingRefusals.WhyMissing;
        (State, Answer, AnsweredById, AnsweredAt) = (yes ? HelpState.Promised : HelpState.Declined, OneLine.OrNull(answer), by, now);
        return null;
    }

    public Refusal? IsGiven(bool given)
    {
        if (State is not (HelpState.Promised or HelpState.Given))
            return HelpingRefusals.NotPromised;
        State = given ? HelpState.Given : HelpState.Promised;
        return null;
    }
}

internal static class HelpingRefusals
{
    public static readonly Refusal WhatMissing = new("Helping.Refused.WhatMissing");
    public static readonly Refusal WhyMissing = new("Helping.Refused.WhyMissing");
    public static readonly Refusal NotPromised = new("Helping.Refused.NotPromised");
    public static readonly Refusal Answered = new("Helping.Refused.Answered");
}

internal sealed class HelpRequestTable : IEntityTypeConfiguration<HelpRequest>
{
    public void Configure(EntityTypeBuilder<HelpRequest> builder)
    {
        builder.Property(h => h.What).HasMaxLength(HelpRequest.LongestWhat);
        builder.Property(h => h.Answer).HasMaxLength(HelpRequest.LongestAnswer);
        builder.HasIndex(h => h.GatheringId);
        builder.HasIndex(h => new { h.UnitId, h.State });
        builder.HasOne<Gathering>().WithMany().HasForeignKey(h => h.GatheringId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Unit>().WithMany().HasForeignKey(h => h.UnitId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.AskedById).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<Person>().WithMany().HasForeignKey(h => h.AnsweredById).OnDelete(DeleteBehavior.SetNull);
    }
}
