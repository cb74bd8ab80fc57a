using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Verksam.Kernel.Backups.Format;

namespace Verksam.Tests.Kernel.Backups;

/// <summary>A backup as it was written before files had entries of their own: their bytes stand in their rows, as base64.</summary>
internal static class FormatOne
{
    public static async Task<string> Of(string file, Dictionary<string, byte[]> contents)
    {
        var old = file + ".old";
        await using var from = await ZipFile.OpenReadAsync(file);
        await using var to = new FileStream(old, FileMode.Create);
        await using var tail = new DigestTail(to);
        await using (var zip = new ZipArchive(tail, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.Comment = DigestTail.Room;
            var files = Encoding.UTF8.GetBytes(await Files(from, contents));
            foreach (var entry in from.Entries.Where(e => !e.FullName.StartsWith("files/", StringComparison.Ordinal)))
            {
                await using var content = entry.FullName switch
                {
                    "tables/Files.jsonl" => new MemoryStream(files),
                    "manifest.json" => new MemoryStream(Encoding.UTF8.GetBytes(Manifest(await Text(entry), files))),
                    _ => await entry.OpenAsync(),
                };
                await using var written = await zip.CreateEntry(entry.FullName, CompressionLevel.NoCompression).OpenAsync();
                await content.CopyToAsync(written);
            }
        }
        tail.Finish();
        return old;
    }

    // columns by name: AddedAt, Content, ContentType, Id, Name, Sha256
    private static async Task<string> Files(ZipArchive zip, Dictionary<string, byte[]> contents) => string.Concat(
        (await Text(zip.GetEntry("tables/Files.jsonl")!)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            var row = JsonNode.Parse(line)!.AsArray();
            row[1] = Convert.ToBase64String(contents[row[3]!.GetValue<string>()]);
            return row.ToJsonString() + "\n";
        }));

    private static string Manifest(string json, byte[] files)
    {
        var manifest = JsonNode.Parse(json)!.AsObject();
        manifest["format"] = 1;
        manifest.Remove("files");
        manifest.Remove("unsound");
        manifest["tables"]!.AsArray().Single(t => t!["name"]!.GetValue<string>() == "Files")!["sha256"] = Convert.ToHexStringLower(SHA256.HashData(files));
        return manifest.ToJsonString();
    }

    private static async Task<string> Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(await entry.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
