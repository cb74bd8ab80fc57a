namespace Verksam.Features.People.Welcome;

/// <summary>Why somebody is to be welcomed. Stored as a number: never renumber.</summary>
internal enum WelcomeCause
{
    /// <summary>Has become a member.</summary>
    Joined = 0,

    /// <summary>Is no member, and has said that one would like to take part.</summary>
    RaisedHand = 1,
}

/// <summary>How a welcome ended. Stored as a number: never renumber.</summary>
internal enum WelcomeEnd
{
    Contacted = 0,

    /// <summary>Was reached, and wants to be left alone.</summary>
    DoesNotWant = 1,

    /// <summary>Left before anybody had called.</summary>
    Left = 2,

    /// <summary>Somebody has said that this was nobody new; no measure counts it.</summary>
    NotNew = 3,
}

/// <summary>By which rule somebody is the contact person. Stored as a number: never renumber.</summary>
internal enum ContactRule
{
    /// <summary>One of those whom the unit, or one above it, has chosen.</summary>
    Pool = 0,

    /// <summary>Leads the unit.</summary>
    Chair = 1,

    /// <summary>Leads above the unit, because nobody there could.</summary>
    Above = 2,

    /// <summary>Somebody has decided it.</summary>
    Hand = 3,
}

/// <summary>What is told of a welcome that waits, once to each whom it concerns. Stored as a number: never renumber.</summary>
internal enum NudgeStage
{
    Given = 0,
    Before = 1,
    LastDay = 2,

    /// <summary>Late: the board of the unit is told.</summary>
    Board = 3,

    /// <summary>Very late: those above are told.</summary>
    District = 4,
}
