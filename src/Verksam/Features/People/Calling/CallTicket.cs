using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Verksam.Kernel;

namespace Verksam.Features.People.Calling;

/// <summary>That somebody was given somebody to call. Whoever has it may tell how it went, also when the time to call is over.</summary>
/// <param name="Number">The number that was given.</param>
internal sealed record CallTicket(Id<CallList> List, Id<Person> Person, Id<Person> By, DateTimeOffset At, string? Number);

/// <summary>Writes tickets so that nobody reads or makes them: what a phone keeps of a person is a name and a number, no id.</summary>
internal sealed class CallTickets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("call ticket");

    public string Write(CallTicket ticket) =>
        _seal.Protect(JsonSerializer.Serialize(new Written(ticket.List.Value, ticket.Person.Value, ticket.By.Value, ticket.At, ticket.Number)));

    /// <summary>Null when it is none of ours.</summary>
    public CallTicket? Read(string? written)
    {
        try
        {
            return string.IsNullOrEmpty(written) || JsonSerializer.Deserialize<Written>(_seal.Unprotect(written)) is not { } w ? null
                : new CallTicket(new(w.List), new(w.Person), new(w.By), w.At, w.Number);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Written(Guid List, Guid Person, Guid By, DateTimeOffset At, string? Number);
}
