using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Kernel;
using Verksam.Kernel.Backups.Nightly;
using Verksam.Kernel.Files;
using Verksam.Kernel.Hosting;
using Verksam.Tests.House;
using Verksam.Tests.Kernel.Files;
using Xunit;

namespace Verksam.Tests.Kernel.Backups;

/// <summary>A backup has all files in it, wherever they lie, and a restore puts them where that installation keeps its own.</summary>
public sealed class FilesInBackupTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<Where, Where> Ways => new(
        from there in Enum.GetValues<Where>() from here in Enum.GetValues<Where>() select new TheoryDataRow<Where, Where>(there, here));

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Byte_for_byte_from_any_place_to_any_other(Where there, Where here)
    {
        await using var from = await PlaceUnderTest.Of(there);
        await using var to = await PlaceUnderTest.Of(here);
        await using var app = await from.House();
        var (logo, source, empty) = (await app.Logo(), await app.Source(), (await app.Keep([])).Id);
        await using var copy = await Copy.OfThisKind(to.Place);

        await copy.Restore(await copy.BackUp(app));

        (await Read(copy, logo)).ShouldBe(Brought.Picture);
        (await Read(copy, source)).ShouldBe(Brought.Plan);
        (await Read(copy, empty)).ShouldBeEmpty();
        (await to.Names()).Count.ShouldBe(here == Where.Database ? 0 : 3);
        (await copy.Bench.Db.FileBytes.CountAsync(b => b.Content != FileBytes.None, Cancelled)).ShouldBe(here == Where.Database ? 2 : 0);
        (await copy.Bench.Db.Settings.AnyAsync(s => s.Name == PlaceMemory.Name, Cancelled)).ShouldBeFalse(); // the place of another house
    }

    [Fact]
    public async Task One_from_before_files_had_entries_of_their_own_is_restored()
    {
        await using var app = await AppUnderTest.Start();
        var logo = await app.Logo();
        await using var folder = await PlaceUnderTest.Of(Where.Folder);
        await using var copy = await Copy.OfThisKind(folder.Place);
        var old = await FormatOne.Of(await copy.BackUp(app), new() { [logo.ToString()] = Brought.Picture });

        await copy.Restore(old);

        (await Read(copy, logo)).ShouldBe(Brought.Picture);
        (await folder.Names()).ShouldBe([logo.ToString()]);
    }

    [Theory]
    [InlineData(Where.Database)]
    [InlineData(Where.Folder)]
    [InlineData(Where.S3)]
    public async Task The_nights_backup_has_them_and_is_tried_and_what_is_damaged_is_told_and_costs_no_backup(Where where)
    {
        await using var place = await PlaceUnderTest.Of(where);
        await using var app = await place.House();
        var (logo, source) = (await app.Logo(), await app.Source());
        await app.Work<NightlyBackup>(job => job.Run(app.Clock.GetUtcNow(), CancellationToken.None));
        await app.Work<Readiness>(async ready => (await ready.Now(Cancelled)).Faults.ShouldBeEmpty());

        await place.Damage(app, logo);
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.Work<NightlyBackup>(job => job.Run(app.Clock.GetUtcNow(), CancellationToken.None));

        await app.Work<Readiness>(async ready => (await ready.Now(Cancelled)).Backups.Trouble.ShouldBe("Ui.Backup.Unsound"));
        var newest = Directory.EnumerateFiles(app.Services.Shelf()).Max(StringComparer.Ordinal)!;
        await using var copy = await Copy.OfThisKind();
        await copy.Restore(newest);
        (await Read(copy, source)).ShouldBe(Brought.Plan);
        (await Should.ThrowAsync<FileTrouble>(() => Read(copy, logo))).Fault.ShouldBe(FileFault.Damaged);
    }

    [Fact]
    public async Task A_place_that_is_away_makes_no_backup_that_looks_whole_but_hinders_no_restore()
    {
        await using var folder = await PlaceUnderTest.Of(Where.Folder);
        await using var app = await folder.House();
        var logo = await app.Logo();
        await using var copy = await Copy.OfThisKind(folder.Place);
        var file = await copy.BackUp(app);
        await copy.Restore(file);
        Directory.Move(folder.Place.Address, folder.Place.Address + ".away");

        (await Should.ThrowAsync<FileTrouble>(() => copy.BackUp(app))).Fault.ShouldBe(FileFault.Away);
        await copy.Restore(file, replace: true);

        (await Read(copy, logo)).ShouldBe(Brought.Picture);
    }

    [Fact]
    public async Task A_flipped_bit_in_a_file_is_found_before_anything_is_written()
    {
        await using var folder = await PlaceUnderTest.Of(Where.Folder);
        await using var app = await folder.House();
        await app.Keep(new byte[100_000]);
        await using var to = await PlaceUnderTest.Of(Where.Folder);
        await using var copy = await Copy.OfThisKind(to.Place);
        var file = await copy.BackUp(app);
        var bytes = await File.ReadAllBytesAsync(file, Cancelled);
        bytes[bytes.AsSpan().IndexOf("files/"u8) + 60] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancelled);

        (await copy.Refused(file)).ShouldBe("Ui.Backup.Damaged");

        (await to.Names()).ShouldBeEmpty();
    }

    private static async Task<byte[]> Read(Copy copy, Id<StoredFile> file)
    {
        var sum = await copy.Bench.Db.Files.Where(f => f.Id == file).Select(f => f.Sha256).SingleAsync(Cancelled);
        await using var content = await copy.Bench.Get<Archive>().Open(file, sum, Cancelled);
        using var all = new MemoryStream();
        await content.CopyToAsync(all, Cancelled);
        return all.ToArray();
    }
}

file static class Shelves
{
    public static string Shelf(this IServiceProvider services) =>
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<BackupShelf>(services).Folder;
}
