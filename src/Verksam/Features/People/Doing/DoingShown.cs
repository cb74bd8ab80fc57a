namespace Verksam.Features.People.Doing;

/// <summary>What one can do this week, as one's own page shows it: all of it, and what is chosen of it.</summary>
/// <param name="Wish">What one has asked to be told of; null when nothing.</param>
internal sealed record DoingShown(IReadOnlyList<Doable> All, Choice Choice, Choice? Wish)
{
    public bool IsNone => !All.Any(d => d.Is(Choice));
}
