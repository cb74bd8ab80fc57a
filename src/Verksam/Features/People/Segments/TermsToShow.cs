namespace Verksam.Features.People.Segments;

/// <summary>One group of the question, as its rows in the builder.</summary>
/// <param name="Place">See <see cref="Tally.Root"/>.</param>
internal sealed record TermsToShow(BuilderPage Page, TermGroup Group, string Place)
{
    public bool IsOutermost => Place == Tally.Root;

    public bool MayNest => Place.Count(c => c == '-') < TermGroup.Deepest - 2;

    /// <summary>What the row says of how many are left, or of what is not filled in.</summary>
    public string Said(Term term, string place)
    {
        var texts = Page.Wording.Texts;
        if (term is Condition c && !Page.Kinds.Understands(c))
            return texts["Segments.Build.FillIn"];
        if (Page.Tally?.At(place) is not { } step || term is TermGroup { IsEmpty: true })
            return "";
        return texts.Capital(Group.Join == Join.Any
            ? texts.Count("Segments.Build.Added", step.After - step.Before, texts.Number(step.After))
            : texts.Count("Segments.Build.Left", step.After, texts.Number(step.Before - step.After)));
    }
}
