using Microsoft.AspNetCore.WebUtilities;

namespace Verksam.Features.People.Listing;

/// <summary>
/// The list of members that somebody chose people in, with its search, filter and segment. It goes along in the address of an act's page as
/// <c>?fran=</c>, so that one comes back to it when the act is done. Only that list can be gone back to.
/// </summary>
internal static class CameFrom
{
    private const string Name = "fran", List = "/manniskor";

    // a request line has room for eight thousand letters, and the address's own question stands there too
    private const int Longest = 3000;

    /// <param name="url">An act's page, with the choice.</param>
    /// <param name="question">What the list shows: "?enhet=alnas".</param>
    public static string Along(string url, string question) =>
        question.Length > 0 && Uri.EscapeDataString(List + question) is { Length: <= Longest } from ? $"{url}&{Name}={from}" : url;

    /// <summary>The same for what is sent from the act's page: its form, and its way back.</summary>
    public static string Along(this HttpRequest request, string url) => Along(url, request.Question());

    /// <summary>Where one came from; all members, when one came from nowhere.</summary>
    public static string BackToList(this HttpRequest request) => List + request.Question();

    // read and written anew: what stands in an address may be anything
    private static string Question(this HttpRequest request) => request.Query[Name].FirstOrDefault() is { } from && from.StartsWith(List + "?", StringComparison.Ordinal)
        ? QueryString.Create(QueryHelpers.ParseQuery(from[List.Length..]).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)))).ToString() : "";
}
