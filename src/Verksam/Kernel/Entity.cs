namespace Verksam.Kernel;

/// <summary>Something with an identity and a row of its own.</summary>
internal interface IEntity
{
    Guid Key { get; }
}

/// <inheritdoc cref="IEntity"/>
internal abstract class Entity<T> : IEntity where T : Entity<T>
{
    public Id<T> Id { get; protected init; } = Id<T>.New();

    Guid IEntity.Key => Id.Value;
}

/// <summary>Every change of such an entity leaves an audit row in the same transaction.</summary>
internal interface IAudited : IEntity;

/// <summary>Something that is one person's own; its audit rows name whose. Null when nobody known is meant.</summary>
internal interface IAboutPerson
{
    Guid? About { get; }
}

/// <summary>Rows that nothing kept in memory rests on: saving them leaves it there (see Keeping).</summary>
internal interface IAside;

/// <summary>An entity that two people may write at once: the second is told and nothing is overwritten.</summary>
internal interface IVersioned
{
    int Revision { get; set; }
}

/// <summary>A property that may name a person: the audit trail says that it changed, never to what.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PersonalAttribute : Attribute;
