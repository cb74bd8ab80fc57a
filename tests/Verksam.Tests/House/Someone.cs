using Microsoft.EntityFrameworkCore;
using Verksam.Features.Accounts;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Tests.House;

/// <summary>One of the cast. The ids are known once the cast has moved in.</summary>
internal sealed class Someone(string name, string email)
{
    /// <summary>Everybody's; it fulfils the rules.</summary>
    public const string Password = "tre gula hundar i regn";

    private string? _cookie;

    public string Name { get; } = name;
    public string Email { get; } = email;
    public Id<Person> Id { get; private set; }
    public Guid Account { get; private set; }
    public string Stamp { get; private set; } = "";

    public override string ToString() => Name;

    public void Is(Person person, Account account) => (Id, Account, Stamp) = (person.Id, account.Id, account.SecurityStamp!);

    /// <summary>The session cookie, got at the door when the cast's house was made. Every copy of that house takes it.</summary>
    public async Task<string> Cookie()
    {
        await Templates.WithCast;
        return _cookie!;
    }

    /// <summary>Neither member nor anything else after a day.</summary>
    public async Task Leaves(AppDb db, DateOnly lastDay)
    {
        await foreach (var assignment in db.Assignments.Where(a => a.PersonId == Id).AsAsyncEnumerable())
            assignment.End(lastDay);
        await foreach (var relation in db.Relations.Where(r => r.PersonId == Id).AsAsyncEnumerable())
            relation.EndBefore(lastDay.AddDays(1));
    }

    /// <summary>In by address and password; the cookie is kept.</summary>
    public async Task SignIn(AppUnderTest app)
    {
        var visitor = app.Anybody();
        var door = await visitor.Open("/logga-in");
        await door.Send("Logga in", form =>
        {
            form["Input.Email"] = Email;
            form["Input.Password"] = Password;
        });
        _cookie = visitor.Cookies["verksam"];
    }
}
