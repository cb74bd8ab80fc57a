using Verksam.Formats.Tables.Cells;

namespace Verksam.Features.People.Import.Comparing;

/// <summary>What makes two ways to reach somebody the same.</summary>
internal static class Folding
{
    public static string Email(string email) => email.ToLowerInvariant();

    public static string Phone(string phone) => PhoneText.Read(phone) is { IsRead: true, Value.E164: var world } ? world : phone;
}
