using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Stands;

/// <summary>What each place gave, year by year, of all that one may see.</summary>
[Requires(Permission.Arrange)]
internal sealed class PlacesGavePage(Outcomes outcomes) : PageModel
{
    /// <summary>The words of what one may sort by, as the address and the texts have them; the first is the usual.</summary>
    public static readonly IReadOnlyList<string> Orders = ["timme", "samtal", "intresse", "kostnad", "plats"];

    [BindProperty(Name = "ordna", SupportsGet = true)]
    public string? Order { get; set; }

    /// <summary>Only this year.</summary>
    [BindProperty(Name = "ar", SupportsGet = true)]
    public string? YearAsked { get; set; }

    public IReadOnlyList<int> Years { get; private set; } = [];
    public int? Year { get; private set; }
    public IReadOnlyList<PlaceYear> Rows { get; private set; } = [];

    public async Task OnGet()
    {
        var all = await outcomes.All();
        Years = [.. all.Select(o => o.Year).Distinct().OrderDescending()];
        Year = int.TryParse(YearAsked, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && Years.Contains(year) ? year : null;
        Order = Order is { } asked && Orders.Contains(asked) ? asked : Orders[0];
        var rows = PlaceYear.Of(all.Where(o => Year is null || o.Year == Year)).OrderBy(r => r.Place, StringComparer.CurrentCulture).ThenByDescending(r => r.Year);
        Rows = [.. Order switch
        {
            "samtal" => rows.OrderByDescending(r => r.Conversations),
            "intresse" => rows.OrderByDescending(r => r.Hands),
            "kostnad" => rows.OrderByDescending(r => r.Cost),
            "plats" => rows,
            _ => rows.OrderByDescending(r => r.PerHour),
        }];
    }

    public string Address(string? order = null, int? year = null) => $"/aktiviteter/platser/utfall?ordna={order ?? Order}{((year ?? Year) is { } of and > 0 ? $"&ar={of}" : "")}";
}
