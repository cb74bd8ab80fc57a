using System.Globalization;
using Verksam.Features.Structure;

namespace Verksam.Demo;

/// <summary>Gives the drawn people names, and everybody an address of their own.</summary>
internal sealed class Naming(Dice dice)
{
    private static readonly int Shares = Names.Stocks.Sum(s => s.Share);

    private readonly HashSet<(string, string)> _given = [];
    private readonly HashSet<string> _addresses = new(StringComparer.Ordinal);

    /// <summary>Two of one name happen, in a register as in life, but seldom.</summary>
    public (string First, string Last) Draw()
    {
        while (true)
        {
            var stock = Stock();
            var name = (dice.Of(stock.First), dice.Of(stock.Last));
            if (_given.Add(name) || dice.OneIn(4))
                return name;
        }
    }

    public string Address(string first, string last)
    {
        var name = $"{Unit.Slugged(first)}.{Unit.Slugged(last)}";
        var address = $"{name}@example.org";
        for (var number = 2; !_addresses.Add(address); number++)
            address = string.Create(CultureInfo.InvariantCulture, $"{name}{number}@example.org");
        return address;
    }

    private NameStock Stock()
    {
        var left = dice.Below(Shares);
        return Names.Stocks.First(s => (left -= s.Share) < 0);
    }
}
