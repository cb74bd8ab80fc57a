namespace Verksam.Kernel.Search;

/// <summary>A row whose change changes what can be searched for: it says in which index, and of what.</summary>
internal interface ISought
{
    SoughtKey Sought { get; }
}

/// <param name="Group">What is written anew together: a person; all commitments of a plan.</param>
internal readonly record struct SoughtKey(SearchIndex Index, Guid Group);
