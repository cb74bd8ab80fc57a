using System.Globalization;

namespace Verksam.Ui;

/// <summary>Where in a long list one is. The page stands in the address beside the filter: ?sida=2.</summary>
internal sealed record Paging(int Page, int Total, int Size, HttpRequest Request)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    public string To(int page)
    {
        var others = Request.Query.Where(q => q.Key != "sida").SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
        var here = KeyValuePair.Create("sida", (string?)page.ToString(CultureInfo.InvariantCulture));
        return Request.Path + QueryString.Create(others.Append(here));
    }
}
