using System.Globalization;
using System.Net;
using System.Text.Json;
using Verksam.Features.People.Calling;
using Verksam.Tests.House;

namespace Verksam.Tests.Features.People.Calling;

/// <summary>A caller's phone, asking as its script does.</summary>
internal sealed class Phone(Visitor caller, CallList list, string token)
{
    public static async Task<Phone> Of(AppUnderTest app, Someone who, CallList list)
    {
        var caller = await app.As(who);
        var answer = await caller.Get("/utan-nat/nyckel");
        return new Phone(caller, list, (await Read(answer)).GetProperty("token").GetString()!);
    }

    /// <summary>What the house said last.</summary>
    public JsonElement Answer { get; private set; }

    public Task<HttpResponseMessage> Post(string handler, params (string Name, string Value)[] fields) => caller.Post($"/ringlistor/{list.Id}/kvall?handler={handler}",
        new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]));

    /// <summary>Those it keeps for the evening.</summary>
    public async Task<JsonElement> Take() => (Answer = await Read(await Post("Take"))).GetProperty("people");

    public Task<string> Tell(JsonElement person, CallOutcome outcome, Guid? entry = null, int telling = 1, DateTimeOffset? at = null, params (string, string)[] more) =>
        Tell(person.GetProperty("ticket").GetString()!, outcome.ToString(), entry, telling, at, more);

    /// <summary>What became of it, or the status of the answer.</summary>
    public async Task<string> Tell(string ticket, string outcome, Guid? entry = null, int telling = 1, DateTimeOffset? at = null, params (string Name, string Value)[] more)
    {
        var answer = await Post("Entry", [("Told.Ticket", ticket), ("Told.Outcome", outcome), ("Told.Entry", (entry ?? Guid.CreateVersion7()).ToString()),
            ("Told.Telling", telling.ToString(CultureInfo.InvariantCulture)), ("Told.At", at?.ToString("O") ?? ""), .. more]);
        return answer.StatusCode == HttpStatusCode.OK ? (Answer = await Read(answer)).GetProperty("receipt").GetString()! : answer.StatusCode.ToString();
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
