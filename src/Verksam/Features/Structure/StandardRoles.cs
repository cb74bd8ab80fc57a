using Verksam.Kernel;

namespace Verksam.Features.Structure;

/// <summary>The roles an organisation starts with. Names come from the texts; the organisation may change them.</summary>
internal static class StandardRoles
{
    public const string Administrator = "administrator";
    public const string Organiser = "organiser";
    public const string Chair = "chair";
    public const string BoardMember = "board-member";
    public const string GroupLeader = "group-leader";
    public const string Nominator = "nominator";
    public const string Auditor = "auditor";
    public const string Member = "member";

    private const Permission Board = Permission.SeePlan | Permission.EditPlan | Permission.Report | Permission.SeePeople | Permission.Arrange;

    private const Permission Leading = Board | Permission.EditPeople | Permission.EditStructure | Permission.ReadAudit | Permission.ExportPeople;

    private static readonly (string Code, Permission Permissions, bool Below)[] All =
    [
        (Administrator, Permission.All, true),
        (Organiser, Leading | Permission.SeeProtected, true),
        (Chair, Leading, true),
        (BoardMember, Board, true),
        (GroupLeader, Permission.SeePlan | Permission.Report | Permission.SeePeople | Permission.Arrange, false),
        (Auditor, Permission.SeePlan | Permission.ReadAudit, false),
        (Nominator, Permission.SeePlan, false),
        (Member, Permission.SeePlan, false),
    ];

    public static IEnumerable<Role> Create(Func<string, string> name) =>
        All.Select((role, order) => new Role(role.Code, name($"Structure.Role.{role.Code}"), role.Permissions, role.Below, order));
}
