namespace Verksam.Kernel;

/// <summary>A place to go, shown to those who may. <paramref name="Main"/>: one of the four on a phone's bar.</summary>
internal sealed record MenuEntry(string Text, string Url, string Icon, Permission Needs, int Order, bool Main = false)
{
    /// <summary>The places of those who look after the program stand last and apart: 80 and on.</summary>
    public bool IsCare => Order >= 80;

    /// <summary>For those who have a duty; others find what is theirs on their own page.</summary>
    public bool IsOfDuties { get; init; }

    /// <summary>Says how many things wait there (<see cref="Waiting.WaitingCounts"/>).</summary>
    public bool IsCounted { get; init; }

    /// <summary>Its place for those who have no duty, when that is another: among the first it is on their bar.</summary>
    public int? OrderOfMembers { get; init; }

    public bool IsFor(CurrentUser me) => (!IsOfDuties || me.HasDuty) && (Needs == Permission.None || me.Can(Needs));

    public int OrderFor(CurrentUser me) => me.HasDuty ? Order : OrderOfMembers ?? Order;

    public bool IsMainFor(CurrentUser me) => Main || (!me.HasDuty && OrderOfMembers is not null);
}
