using Verksam.PlanReading;

namespace Verksam.Tests.PlanReading;

/// <summary>Small plans around a phrase.</summary>
internal static class Reading
{
    public const int Year = 2026;

    public static PlanAsRead Plan(string body) => PlanReader.ReadText($"Verksamhetsplan {Year}\n\nArbetet\n\n{body}\n");

    public static IReadOnlyList<FoundCommitment> Commitments(string body) => Plan(body).Commitments;

    /// <summary>The one commitment of a body.</summary>
    public static FoundCommitment Only(string body) => Commitments(body).Single();

    public static IEnumerable<string> Texts(string body) => Commitments(body).Select(c => c.Text);
}
