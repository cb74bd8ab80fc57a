namespace Verksam.Kernel;

/// <summary>What a role lets its holder do, in its unit and below. Stored as a number: never renumber.</summary>
[Flags]
internal enum Permission
{
    /// <summary>Nothing but being signed in.</summary>
    None = 0,

    /// <summary>See adopted plans of one's own unit and those above it. Every assignment has it.</summary>
    SeePlan = 1,

    /// <summary>See drafts, bring in, review, propose and adopt a plan; hand out its commitments.</summary>
    EditPlan = 2,

    /// <summary>Say how any commitment stands, not only one's own.</summary>
    Report = 4,

    /// <summary>See who is who in the unit and below.</summary>
    SeePeople = 8,

    /// <summary>Add people and give assignments.</summary>
    EditPeople = 16,

    /// <summary>Add and change units and groups.</summary>
    EditStructure = 32,

    /// <summary>Read who did and saw what.</summary>
    ReadAudit = 64,

    /// <summary>Settings, waiting letters, the health of the program.</summary>
    Administer = 128,

    /// <summary>See who somebody with a protected identity is.</summary>
    SeeProtected = 256,

    /// <summary>Take lists of people out of the house, as files.</summary>
    ExportPeople = 512,

    /// <summary>Arrange gatherings, and see all that is known of them.</summary>
    Arrange = 1024,

    All = SeePlan | EditPlan | Report | SeePeople | EditPeople | EditStructure | ReadAudit | Administer | SeeProtected | ExportPeople | Arrange,
}
