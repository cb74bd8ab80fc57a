using System.Text;
using Verksam.Formats.Mime;

namespace Verksam.Tests.Formats.Mime;

internal static class Letters
{
    public static MimeMessage Plain { get; } = new()
    {
        From = new Mailbox("kansliet@vast.example", "Västra distriktet"),
        To = [new Mailbox("asa@example.org", "Åsa Öberg")],
        Subject = "Årsmöte",
        Date = new DateTimeOffset(2027, 3, 9, 8, 5, 0, TimeSpan.FromHours(1)),
        MessageId = "01.brev@vast.example",
        Text = "Hej!\n",
    };

    public static string Compose(this MimeMessage message) => Encoding.ASCII.GetString(MimeComposer.Compose(message));

    /// <summary>A header as it stands, folded or not, without its name.</summary>
    public static string Header(this string letter, string name)
    {
        var head = "\r\n" + letter[..letter.IndexOf("\r\n\r\n", StringComparison.Ordinal)] + "\r\n";
        var start = head.IndexOf($"\r\n{name}: ", StringComparison.Ordinal) + name.Length + 4;
        var end = start;
        do end = head.IndexOf("\r\n", end + 1, StringComparison.Ordinal);
        while (end + 2 < head.Length && head[end + 2] == ' ');
        return head[start..end];
    }

    public static string Body(this string letter) => letter[(letter.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
}
