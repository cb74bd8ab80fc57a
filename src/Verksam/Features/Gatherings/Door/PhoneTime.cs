namespace Verksam.Features.Gatherings.Door;

/// <summary>
/// When something was done, by a phone that says what its clock shows as it sends. A clock that is right orders what one phone did however slow the
/// net is; one that is wrong is moved by as much.
/// </summary>
/// <param name="At">When it was done, in milliseconds since 1970; 0 for now.</param>
/// <param name="Sent">When it was sent.</param>
internal readonly record struct PhoneTime(long At, long Sent)
{
    private static readonly TimeSpan Right = TimeSpan.FromMinutes(1), Oldest = TimeSpan.FromDays(2);

    /// <summary>By the clock here, never later than now.</summary>
    public DateTimeOffset Here(DateTimeOffset now)
    {
        var (at, off) = (At, now.ToUnixTimeMilliseconds() - Sent);
        if (at <= 0 || Sent <= 0)
            return now;
        if (Math.Abs(off) > Right.TotalMilliseconds)
            at += off;
        var earliest = now - Oldest;
        return at >= now.ToUnixTimeMilliseconds() ? now : at <= earliest.ToUnixTimeMilliseconds() ? earliest : DateTimeOffset.FromUnixTimeMilliseconds(at);
    }
}
