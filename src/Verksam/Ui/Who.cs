using System.Security.Cryptography;
using System.Text;
using Verksam.Kernel;

namespace Verksam.Ui;

/// <summary>
/// Marks on a page by which a browser knows whether it is still the same person with the same rights: what it keeps goes when they change. They tell nothing by themselves.
/// </summary>
internal static class Who
{
    public static string Is(CurrentUser me) => Mark(me.PersonId.ToString());

    public static string May(CurrentUser me) => Mark($"{me.PersonId} {me.Reach}");

    private static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
