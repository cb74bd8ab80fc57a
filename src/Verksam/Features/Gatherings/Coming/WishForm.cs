using System.ComponentModel.DataAnnotations;

namespace Verksam.Features.Gatherings.Coming;

/// <summary>How somebody wants to come, as the forms of members and of those without an account ask it.</summary>
internal class WishForm
{
    [Range(0, SignUp.MostCompanions)]
    public int Companions { get; set; }

    public bool Online { get; set; }

    [StringLength(SignUp.LongestNeeds)]
    public string? Needs { get; set; }

    /// <summary>By the id of each question.</summary>
    public Dictionary<string, string?> Answers { get; set; } = [];

    public Wish Wish => new(Companions, Online, Needs, Answers);

    public static WishForm Of(SignUp own) => new() { Companions = own.Companions, Online = own.IsOnline, Needs = own.Needs };
}

/// <summary>The form, for a gathering and with its questions.</summary>
internal sealed record WishFields(Gathering Gathering, WishForm Form, Questioning Asked);
