using System.Security.Cryptography;
using System.Text;
using Verksam.Features.Gatherings.Coming;
using Verksam.Kernel;

namespace Verksam.Features.Gatherings.Door;

/// <summary>
/// What one shows at the door: eight signs that name a sign-up to those who stand there, and to nobody else. It opens nothing: whoever has it cannot
/// change or cancel.
/// </summary>
internal static class DoorCode
{
    // without those that are mistaken for one another (Crockford)
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int Length = 8;

    public static string Of(Id<SignUp> own)
    {
        var sum = SHA256.HashData(Encoding.UTF8.GetBytes($"door {own.Value:N}"));
        return string.Concat(sum.Take(Length).Select(b => Signs[b % Signs.Length]));
    }

    /// <summary>"K7MF 3QXA".</summary>
    public static string Spoken(Id<SignUp> own) => Of(own).Insert(Length / 2, " ");

    /// <summary>As it is kept, however it was typed.</summary>
    public static string Read(string? typed) =>
        string.Concat((typed ?? "").ToUpperInvariant().Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c }).Where(Signs.Contains).Take(Length));

    /// <summary>What a row is known by on the phones: a sum of its code, so that what they keep is no code.</summary>
    public static string Print(string code) => Secrets.Sum(code)[..16];

    public static string Path(SignUp own) => $"/aktiviteter/{own.GatheringId}/dorren/kod/{Of(own.Id)}";
}
