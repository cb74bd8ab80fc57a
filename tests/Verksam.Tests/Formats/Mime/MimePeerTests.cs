using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Shouldly;
using Verksam.Formats.Mime;
using Xunit;

namespace Verksam.Tests.Formats.Mime;

/// <summary>What a stranger's reader, that of Python's standard library, makes of our letters.</summary>
public sealed class MimePeerTests
{
    private const string Reader = """
        import sys, json, email, email.policy
        m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
        json.dump({
            "defects": [str(d) for p in m.walk() for d in p.defects] + [str(d) for h in m.values() for d in getattr(h, "defects", [])],
            "headers": [[k, str(v)] for k, v in m.items()],
            "names": [[a.display_name, a.addr_spec] for a in m["to"].addresses],
            "parts": [[p.get_content_type(), p.get_filename(),
                p.get_content() if p.get_content_maintype() == "text" and not p.is_attachment()
                    else p.get_payload(decode=True).hex() if not p.is_multipart() else None]
                for p in m.walk()],
        }, sys.stdout)
        """;

    private static readonly MimeMessage Letter = Letters.Plain with
    {
        To = [new("asa@example.org", "Åsa Öberg, ordförande i Västra Götalands södra distrikt och ledamot"),
            new("bo@example.org", "Bo \"B\" Ek"), new("c@example.org")],
        Subject = "Kallelse till årsmöte 2027 =?UTF-8?Q?fejk?= – glöm inte 🌹 " + new string('ö', 200),
        Text = "Kära vän,\n\nvi ses. \n.\nFrom oss alla\n" + string.Concat(Enumerable.Repeat("Å", 30)) + new string('x', 100),
        Html = "<p>Kära vän, <b>vi ses</b> = 1</p>",
        Language = "sv",
        Headers = [new("List-Id", "Västra nyheter <nyheter.vast.example>"), new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")],
        Attachments =
        [
            new("Dagordning.pdf", "application/pdf", new byte[] { 1, 2, 255 }),
            new("Verksamhetsplan för Västra Götaland – antagen av årsmötet 2027.docx", "application/octet-stream", new byte[200]),
            new("\"citat\" ; och så.txt", "text/plain", new byte[] { 0xE5 }),
            new("motet.ics", "text/calendar; charset=utf-8; method=PUBLISH", "BEGIN:VCALENDAR\r\n"u8.ToArray()),
        ],
    };

    [Fact]
    public async Task Another_reader_finds_all_that_was_written()
    {
        var read = await ReadWithPython(MimeComposer.Compose(Letter));
        read.GetProperty("defects").GetArrayLength().ShouldBe(0, read.ToString());
        var headers = read.GetProperty("headers").EnumerateArray()
            .ToLookup(h => h[0].GetString()!, h => h[1].GetString(), StringComparer.Ordinal);
        headers["Subject"].ShouldBe([Letter.Subject]);
        headers["List-Id"].Single()!.ShouldContain("<nyheter.vast.example>");
        headers["List-Unsubscribe-Post"].ShouldBe(["List-Unsubscribe=One-Click"]);
        read.GetProperty("names").EnumerateArray().Select(n => (n[0].GetString(), n[1].GetString()))
            .ShouldBe(Letter.To.Select(m => ((string?)(m.Name ?? ""), (string?)m.Address)));
        var parts = read.GetProperty("parts").EnumerateArray()
            .Select(p => (p[0].GetString(), p[1].GetString(), p[2].GetString()?.ReplaceLineEndings("\n"))).ToList();
        parts.ShouldBe([
            ("multipart/mixed", null, null),
            ("multipart/alternative", null, null),
            ("text/plain", null, Letter.Text + "\n"),
            ("text/html", null, Letter.Html + "\n"),
            .. Letter.Attachments.Select(a => ((string?)a.ContentType.Split(';')[0], (string?)a.FileName,
                (string?)Convert.ToHexStringLower(a.Content.Span))),
        ]);
    }

    private static async Task<JsonElement> ReadWithPython(byte[] letter)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var python = StartPython();
        await python.StandardInput.BaseStream.WriteAsync(letter, cancellation);
        python.StandardInput.Close();
        var (said, complaint) = (python.StandardOutput.ReadToEndAsync(cancellation), python.StandardError.ReadToEndAsync(cancellation));
        await python.WaitForExitAsync(cancellation);
        python.ExitCode.ShouldBe(0, await complaint);
        return JsonDocument.Parse(await said).RootElement;
    }

    private static Process StartPython()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("python3", ["-c", Reader])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not installed: our letters are not read by another program here.");
            throw;
        }
    }
}
