namespace Verksam.Features.People.Calling;

/// <summary>What came of a try to reach somebody. Stored as a number: never renumber.</summary>
internal enum CallOutcome
{
    Reached = 0,
    NoAnswer = 1,

    /// <summary>Asked to be called another time.</summary>
    CallBack = 2,

    WrongNumber = 3,

    /// <summary>Was reached, and wants to do something.</summary>
    WantsTo = 4,

    /// <summary>Was reached, and wants no more.</summary>
    DoesNotWant = 5,
}
