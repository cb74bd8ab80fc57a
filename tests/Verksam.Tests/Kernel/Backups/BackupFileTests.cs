using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Kernel.Backups;
using Verksam.Kernel.Backups.Format;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Backups;

public sealed class BackupFileTests
{
    private const string Passphrase = "hundra ekar vid Storå";

    [Fact]
    public async Task Every_table_of_the_model_is_in_it_and_the_manifest_counts_them()
    {
        await using var app = await AppUnderTest.Start();
        await using var copy = Copy.Embedded();
        await using var zip = await ZipFile.OpenReadAsync(await copy.BackUp(app), TestContext.Current.CancellationToken);

        var inModel = await app.Read(db => Task.FromResult(db.Model.GetEntityTypes().Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal).ToList()));
        zip.Entries.Select(e => e.FullName).Where(n => n.StartsWith("tables/", StringComparison.Ordinal)).Select(n => n[7..^6])
            .Order(StringComparer.Ordinal).ShouldBe(inModel);
        await using var json = await zip.GetEntry("manifest.json")!.OpenAsync(TestContext.Current.CancellationToken);
        var manifest = (await Manifest.Read(json, TestContext.Current.CancellationToken))!;
        manifest.Tables.Single(t => t.Name == "People").Rows.ShouldBe(await app.Read(db => db.People.CountAsync()));
        manifest.Tables.Single(t => t.Name == "ProtectionKeys").Rows.ShouldBeGreaterThan(0);
        manifest.Schema.Length.ShouldBe(64);
    }

    [Fact]
    public async Task Both_databases_have_the_same_shape()
    {
        await using var embedded = Copy.Embedded();
        await using var other = await Copy.OfThisKind();

        Shape.Of(other.Bench.Db).Fingerprint.ShouldBe(Shape.Of(embedded.Bench.Db).Fingerprint);
    }

    [Fact]
    public async Task Nobody_else_may_read_it_and_nothing_half_written_is_left()
    {
        await using var app = await AppUnderTest.Start();
        await using var copy = Copy.Embedded();
        var file = await copy.BackUp(app);

        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await Should.ThrowAsync<IOException>(() => BackupFile.Write(file, null, _ => throw new IOException("no more room")));
        File.Exists(file + ".part").ShouldBeFalse();
        (await copy.Refused(file)).ShouldBeNull(); // the old one is as it was
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Passphrase)]
    public async Task A_flipped_bit_anywhere_is_found_before_anything_is_written(string? passphrase)
    {
        await using var app = await AppUnderTest.Start();
        await using var copy = Copy.Embedded();
        var file = await copy.BackUp(app, passphrase);
        var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        foreach (var at in new[] { 0, 20, 45, 60, 1000, whole.Length / 2, whole.Length - 700, whole.Length - 100, whole.Length - 1 })
        {
            var bytes = whole.ToArray();
            bytes[at] ^= 4;
            await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

            (await copy.Refused(file, passphrase: passphrase)).ShouldBeOneOf(
                "Ui.Backup.Damaged", "Ui.Backup.Cut", "Ui.Backup.NotABackup", passphrase is null ? "" : "Ui.Backup.WrongPassphrase");
        }
        File.Exists(copy.Bench.Installation.SqliteFile).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Passphrase)]
    public async Task A_file_that_is_cut_short_is_found(string? passphrase)
    {
        await using var app = await AppUnderTest.Start();
        await using var copy = Copy.Embedded();
        var file = await copy.BackUp(app, passphrase);
        var whole = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        foreach (var left in new[] { 110, 5000, 68 + 65552, whole.Length - 65, whole.Length - 1 }.Where(l => l < whole.Length))
        {
            await File.WriteAllBytesAsync(file, whole[..left], TestContext.Current.CancellationToken);
            (await copy.Refused(file, passphrase: passphrase)).ShouldBe("Ui.Backup.Cut", $"{left} of {whole.Length}");
        }
    }

    [Fact]
    public async Task What_is_something_else_is_called_so()
    {
        await using var copy = Copy.Embedded();
        foreach (var content in new byte[][] { [], [1, 2, 3], [.. "PK"u8, 3, 4, .. new byte[500]], [.. "VERKSAM"u8] })
        {
            await File.WriteAllBytesAsync(copy.File, content, TestContext.Current.CancellationToken);
            (await copy.Refused(copy.File)).ShouldBe("Ui.Backup.NotABackup");
        }
    }

    [Fact]
    public async Task A_locked_copy_shows_nothing_and_opens_with_its_passphrase_only()
    {
        await using var app = await AppUnderTest.Start();
        await using var copy = await Copy.OfThisKind();
        var file = await copy.BackUp(app, Passphrase);

        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes.AsSpan().IndexOf("verksam-backup"u8).ShouldBe(-1);
        (await copy.Refused(file)).ShouldBe("Ui.Backup.NeedsPassphrase");
        (await copy.Refused(file, passphrase: "hundra ekar")).ShouldBe("Ui.Backup.WrongPassphrase");
        (await copy.Refused(file, passphrase: Passphrase)).ShouldBeNull();
        (await Contents.Of(copy.Bench.Db)).ShouldBe(await app.Read(db => Contents.Of(db)));
    }

    [Theory]
    [InlineData("\"format\": 2", "\"format\": 3", "Ui.Backup.Newer")]
    [InlineData("\"migration\": \"2", "\"migration\": \"9", "Ui.Backup.Newer")]
    [InlineData("\"migration\": \"2", "\"migration\": \"1", "Ui.Backup.OtherSchema")]
    public async Task Another_versions_copy_is_refused(string from, string to, string sentence)
    {
        await using var app = await AppUnderTest.Start();
        await using var copy = Copy.Embedded();
        var file = await Rewritten(await copy.BackUp(app), json => json.Replace(from, to, StringComparison.Ordinal)
            .Replace("\"schema\": \"", sentence.EndsWith("Newer", StringComparison.Ordinal) && from.Contains("format", StringComparison.Ordinal) ? "\"schema\": \"" : "\"schema\": \"other-", StringComparison.Ordinal));

        (await copy.Refused(file)).ShouldBe(sentence);
    }

    // whole and well summed, and yet it says another thing of itself
    private static async Task<string> Rewritten(string file, Func<string, string> change)
    {
        var changed = file + ".changed";
        await using (var from = await ZipFile.OpenReadAsync(file))
        await using (var to = new FileStream(changed, FileMode.Create))
        await using (var tail = new DigestTail(to))
        {
            await using (var zip = new ZipArchive(tail, ZipArchiveMode.Create, leaveOpen: true))
            {
                zip.Comment = DigestTail.Room;
                foreach (var entry in from.Entries)
                {
                    using var reader = new StreamReader(await entry.OpenAsync());
                    var text = await reader.ReadToEndAsync();
                    await using var writer = new StreamWriter(await zip.CreateEntry(entry.FullName, CompressionLevel.NoCompression).OpenAsync());
                    await writer.WriteAsync(entry.FullName == "manifest.json" ? change(text) : text);
                }
            }
            tail.Finish();
        }
        return changed;
    }
}
