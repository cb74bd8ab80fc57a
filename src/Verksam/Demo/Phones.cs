using System.Globalization;

namespace Verksam.Demo;

/// <summary>The numbers that Post- och telestyrelsen keeps for invented people: 070-174 06 05 to 070-174 06 99. They ring nobody.</summary>
internal static class Phones
{
    private const int First = 5;
    private const int Last = 99;

    /// <summary>Any count gives a number of the series; after the last it begins again.</summary>
    public static string Number(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"070-174 06 {First + (count % (Last - First + 1)):00}");
}
