using Verksam.Kernel.Hosting;

namespace Verksam.Kernel.Outbox;

/// <summary>A letter that lies in the folder, as one reads it.</summary>
internal sealed record LetterInFolder(string To, string Subject, string Text);

/// <summary>
/// Where no mail server is configured: each letter is a file in the data folder, which an administrator can read. Beside the .eml, which is
/// written for mail programs, lies the same as plain text.
/// </summary>
internal sealed class FolderPost(Installation installation, Envelopes envelopes) : IPost
{
    public const string Folder = "post";

    private string Place => Path.Combine(installation.DataFolder, Folder);

    public async Task<Delivery> Send(Letter letter, Composed composed, CancellationToken cancelled)
    {
        try
        {
            var (_, _, content) = await envelopes.Put(letter, composed);
            Directory.CreateDirectory(Place);
            await File.WriteAllBytesAsync(EmlOf(letter.Id), content, cancelled);
            await File.WriteAllTextAsync(
                TextOf(letter.Id), $"{composed.Name} <{composed.Address}>\n{composed.Subject}\n\n{composed.Text}\n", cancelled);
            return new Delivery(DeliveryResult.Accepted, "folder");
        }
        catch (FormatException)
        {
            return new Delivery(DeliveryResult.Refused, LetterReasons.BadAddress);
        }
    }

    public async Task<LetterInFolder?> Read(Id<Letter> letter, CancellationToken cancelled)
    {
        if (!File.Exists(TextOf(letter)))
            return null;
        var lines = (await File.ReadAllTextAsync(TextOf(letter), cancelled)).Split('\n', 4);
        return lines.Length == 4 ? new LetterInFolder(lines[0], lines[1], lines[3].TrimEnd()) : null;
    }

    /// <summary>Throws away what was written before.</summary>
    public void Forget(DateTimeOffset before)
    {
        if (!Directory.Exists(Place))
            return;
        foreach (var file in new DirectoryInfo(Place).EnumerateFiles().Where(f => f.Extension is ".eml" or ".txt" && f.LastWriteTimeUtc < before.UtcDateTime))
            file.Delete();
    }

    public string EmlOf(Id<Letter> letter) => Path.Combine(Place, $"{letter}.eml");

    private string TextOf(Id<Letter> letter) => Path.Combine(Place, $"{letter}.txt");
}
