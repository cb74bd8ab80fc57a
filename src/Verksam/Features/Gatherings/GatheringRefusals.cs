using Verksam.Kernel;

namespace Verksam.Features.Gatherings;

internal static class GatheringRefusals
{
    public static readonly Refusal TitleMissing = new("Gatherings.Refused.TitleMissing");
    public static readonly Refusal NoSegment = new("Gatherings.Refused.NoSegment");
    public static readonly Refusal NoRole = new("Gatherings.Refused.NoRole");
    public static readonly Refusal EndsBeforeItBegins = new("Gatherings.Refused.EndsBeforeItBegins");
    public static readonly Refusal TooLong = new("Gatherings.Refused.TooLong");
    public static readonly Refusal NotALink = new("Gatherings.Refused.NotALink");
    public static readonly Refusal NowhereYet = new("Gatherings.Refused.NowhereYet");
    public static readonly Refusal NotNow = new("Gatherings.Refused.NotNow");
    public static readonly Refusal NotYet = new("Gatherings.Refused.NotYet");
    public static readonly Refusal NameMissing = new("Gatherings.Refused.NameMissing");
    public static readonly Refusal NotAPostalCode = new("Gatherings.Refused.NotAPostalCode");
    public static readonly Refusal UntilMissing = new("Gatherings.Refused.UntilMissing");
    public static readonly Refusal FarAway = new("Gatherings.Refused.FarAway");
    public static readonly Refusal IsThere = new("Gatherings.Refused.IsThere");
    public static readonly Refusal TooManyTimes = new("Gatherings.Refused.TooManyTimes");
    public static readonly Refusal NoMoreTimes = new("Gatherings.Refused.NoMoreTimes");
    public static readonly Refusal Over = new("Gatherings.Refused.Over");
    public static readonly Refusal DoorsTooLate = new("Gatherings.Refused.DoorsTooLate");
    public static readonly Refusal TooMany = new("Gatherings.Refused.TooMany");
    public static readonly Refusal Brought = new("Gatherings.Refused.Brought");
}
