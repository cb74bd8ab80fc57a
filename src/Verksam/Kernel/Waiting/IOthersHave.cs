namespace Verksam.Kernel.Waiting;

/// <summary>A socket: what others in one's units have in hand, of what one may see.</summary>
internal interface IOthersHave
{
    Task<IReadOnlyList<InHand>> Now(int most);
}

/// <param name="Who">What the person is called.</param>
/// <param name="Note">How far it has come, until when.</param>
internal sealed record InHand(string Who, string What, string? Url, string? Note);
