namespace Verksam.Kernel;

/// <summary>Whose house this is: the name at the top, and the version of its colours (they are cached for long).</summary>
internal sealed record Brand(string Name, string? LogoUrl, string ColoursVersion)
{
    public static readonly Brand Nobody = new("Verksam", null, "0");
}

/// <summary>Asked by every page: answers from memory.</summary>
internal interface IBrand
{
    ValueTask<Brand> Now();
}
