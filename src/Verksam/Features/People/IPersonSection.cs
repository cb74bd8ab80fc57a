using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People;

/// <summary>A socket: a part of a person's page, from whoever keeps what it shows. At most two questions of the database each.</summary>
internal interface IPersonSection
{
    /// <summary>Those from here on come after the assignments.</summary>
    const int AfterDuties = 50;

    /// <summary>Those from here on stand beside the rest, where there is room.</summary>
    const int Beside = 100;

    /// <summary>The lowest comes first.</summary>
    int Order { get; }

    /// <summary>What this reader sees; null when there is nothing to show or do.</summary>
    Task<PersonSection?> For(PersonAsk ask);
}

/// <param name="View">The partial page that shows it.</param>
/// <param name="Model">What that one shows.</param>
internal sealed record PersonSection(int Order, string View, object Model);

/// <summary>Whose page it is and who reads it. That the reader may see the person has been looked at already.</summary>
/// <param name="Unit">Where the person belongs.</param>
internal sealed record PersonAsk(Person Person, Unit Unit, CurrentUser Me, DateOnly Today)
{
    public bool IsOwn => Person.Id.Value == Me.PersonId;

    public bool MayEdit => Me.Can(Permission.EditPeople, Unit.Path);

    /// <summary>Sees other people where this one belongs; somebody without a duty sees only oneself.</summary>
    public bool MaySee => Me.Can(Permission.SeePeople, Unit.Path);

    public string Url => $"/manniskor/{Person.Id}";
}
