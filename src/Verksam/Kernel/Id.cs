using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Verksam.Kernel;

/// <summary>Identifies one <typeparamref name="T"/> by a UUIDv7; ids of different entities never mix.</summary>
internal readonly record struct Id<T>(Guid Value) : IParsable<Id<T>>
{
    public static Id<T> New() => new(Uuid7.New());

    public static Id<T> Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s, provider));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Id<T> result)
    {
        var parsed = Guid.TryParse(s, provider, out var value);
        result = new Id<T>(value);
        return parsed;
    }

    public override string ToString() => Value.ToString();
}

internal sealed class IdConverter<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value));
