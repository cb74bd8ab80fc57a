using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Verksam.Features;

/// <summary>What happened, what to do, what was kept. Never a code alone.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ErrorPage : PageModel
{
    public string Kind { get; private set; } = "";

    /// <summary>Where somebody was who wrote something that another changed meanwhile; the address as it was asked for, without what it did.</summary>
    public string? Form => Kind == "Meanwhile" && HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path is { } path ? path : null;

    public string Reference => HttpContext.TraceIdentifier;

    public void OnGet(int code) => Say(code);

    public void OnPost(int code) => Say(code);

    private void Say(int code)
    {
        // a lost race, a full disk and a database that is away are told apart from a fault by the status the exception got
        Kind = (code == 500 ? Response.StatusCode : code) switch
        {
            StatusCodes.Status400BadRequest => "Stale",
            StatusCodes.Status403Forbidden => "NotYours",
            StatusCodes.Status404NotFound => "NotHere",
            StatusCodes.Status409Conflict => "Meanwhile",
            StatusCodes.Status410Gone => "Broken",
            StatusCodes.Status413PayloadTooLarge => "TooLarge",
            StatusCodes.Status429TooManyRequests => "TooOften",
            StatusCodes.Status503ServiceUnavailable => "Away",
            StatusCodes.Status507InsufficientStorage => "Full",
            _ => "Ours",
        };
    }
}
