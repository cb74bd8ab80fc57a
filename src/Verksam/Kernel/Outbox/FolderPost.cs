using System.Globalization;
using Verksam.Kernel.Hosting;

namespace Verksam.Kernel.Outbox;

/// <summary>Where no mail server is configured: each letter is a file in the data folder, which an administrator can read.</summary>
internal sealed class FolderPost(Installation installation) : IPost
{
    public const string Folder = "post";

    public async Task<Delivery> Send(Letter letter, Composed composed, CancellationToken cancelled)
    {
        var folder = Directory.CreateDirectory(Path.Combine(installation.DataFolder, Folder));
        var file = Path.Combine(folder.FullName, $"{letter.Id}.eml");
        await File.WriteAllTextAsync(file, string.Create(CultureInfo.InvariantCulture,
            $"To: {composed.Address}\nSubject: {composed.Subject}\n\n{composed.Text}"), cancelled);
        return new Delivery(DeliveryResult.Accepted, "folder");
    }
}
