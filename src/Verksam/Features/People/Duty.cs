using Verksam.Features.Structure;
using Verksam.Kernel;

namespace Verksam.Features.People;

/// <summary>An assignment as it is shown: "Ledamot, Berg, Styrelsen".</summary>
internal sealed record Duty
{
    public required Id<Assignment> Id { get; init; }
    public required Id<Person> PersonId { get; init; }
    public required string Role { get; init; }
    public required string Unit { get; init; }
    public required string UnitPath { get; init; }
    public required string? Group { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly? To { get; init; }

    public string Where => Group is null ? Unit : $"{Unit}, {Group}";

    /// <summary>As short as it can be said beside the unit somebody belongs to: "Revisor", "Ledamot, Distriktsstyrelsen".</summary>
    public string SaidIn(string unit) => string.Join(", ", new[] { Role, Unit == unit ? null : Unit, Group == Role ? null : Group }.OfType<string>());

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    public bool IsToCome(DateOnly day) => day < From && (To is null || From <= To);

    /// <summary>What everybody is and has been.</summary>
    public static IQueryable<Duty> All(AppDb db) =>
        from assignment in db.Assignments
        join role in db.Roles on assignment.RoleId equals role.Id
        join unit in db.Units on assignment.UnitId equals unit.Id
        join g in db.Groups on assignment.GroupId equals (Id<Group>?)g.Id into groups
        from of in groups.DefaultIfEmpty()
        orderby role.Order, assignment.From
        select new Duty
        {
            Id = assignment.Id,
            PersonId = assignment.PersonId,
            Role = role.Name,
            Unit = unit.Name,
            UnitPath = unit.Path,
            Group = of == null ? null : of.Name,
            From = assignment.From,
            To = assignment.To,
        };
}
