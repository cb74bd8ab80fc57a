using Verksam.Features.Accounts;
using Verksam.Features.People;
using Verksam.Kernel;

namespace Verksam.Tests.House;

/// <summary>One of the cast. The ids are known once the cast has moved in.</summary>
internal sealed class Someone(string name, string email)
{
    /// <summary>Everybody's; it fulfils the rules.</summary>
    public const string Password = "tre gula hundar i regn";

    private readonly SemaphoreSlim _signingIn = new(1, 1);

    private string? _cookie;

    public string Name { get; } = name;
    public string Email { get; } = email;
    public Id<Person> Id { get; private set; }
    public Guid Account { get; private set; }
    public string Stamp { get; private set; } = "";

    public override string ToString() => Name;

    public void Is(Person person, Account account) => (Id, Account, Stamp) = (person.Id, account.Id, account.SecurityStamp!);

    /// <summary>The session cookie, got at the door with address and password. Every copy of the cast's house takes it.</summary>
    public async Task<string> Cookie()
    {
        await _signingIn.WaitAsync();
        try
        {
            return _cookie ??= await SignIn();
        }
        finally
        {
            _signingIn.Release();
        }
    }

    // in a house of its own: no test's clock or doings are in the cookie
    private async Task<string> SignIn()
    {
        await using var app = await AppUnderTest.Start();
        var visitor = app.Anybody();
        var door = await visitor.Open("/logga-in");
        await door.Send("Logga in", form =>
        {
            form["Input.Email"] = Email;
            form["Input.Password"] = Password;
        });
        return visitor.Cookies["verksam"];
    }
}
