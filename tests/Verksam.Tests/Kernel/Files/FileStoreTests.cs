using Shouldly;
using Verksam.Kernel;
using Verksam.Kernel.Files;
using Verksam.Kernel.Hosting;
using Xunit;

namespace Verksam.Tests.Kernel.Files;

/// <summary>What every place outside the database must do, and what a folder does besides.</summary>
public sealed class FileStoreTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Where.Folder)]
    [InlineData(Where.S3)]
    public async Task What_is_put_is_read_listed_and_removed(Where where)
    {
        await using var place = await PlaceUnderTest.Of(where);
        using var places = Places(place);
        var store = places.Outside!;
        await store.TakeIntoUse(Cancelled);
        var key = Id<StoredFile>.New();
        var content = Some(300_000);

        (await store.Open(key, Cancelled)).ShouldBeNull();
        await store.Put(key, new MemoryStream(content), Cancelled);
        await store.Put(key, new MemoryStream(content), Cancelled); // twice does no harm
        (await Read(store, key)).ShouldBe(content);
        (await store.All(Cancelled).ToListAsync(Cancelled)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            lying => lying.Key.ShouldBe(key),
            lying => lying.Since.ShouldBe(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1)));

        await store.Remove(key, Cancelled);
        await store.Remove(key, Cancelled);
        (await store.Open(key, Cancelled)).ShouldBeNull();
        (await place.Names()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Where.Folder, 0)]
    [InlineData(Where.S3, 0)]
    [InlineData(Where.Folder, 20 << 20)]
    [InlineData(Where.S3, 20 << 20)]
    public async Task The_empty_and_the_largest_come_back_as_they_were(Where where, int length)
    {
        await using var place = await PlaceUnderTest.Of(where);
        using var places = Places(place);
        await places.Outside!.TakeIntoUse(Cancelled);
        var key = Id<StoredFile>.New();
        var content = Some(length);

        await places.Outside.Put(key, new MemoryStream(content), Cancelled);

        (await Read(places.Outside, key)).AsSpan().SequenceEqual(content).ShouldBeTrue();
    }

    [Fact]
    public async Task More_than_a_page_of_names_is_listed_to_its_end()
    {
        await using var place = await PlaceUnderTest.Of(Where.S3);
        using var store = new S3Files(place.Place, page: 3);
        var keys = Enumerable.Range(0, 8).Select(_ => Id<StoredFile>.New()).ToList();
        foreach (var key in keys)
            await store.Put(key, new MemoryStream([1]), Cancelled);
        await SwiftPeer.Overwrite(place.Place, "no-key-of-ours", [1]);

        (await store.All(Cancelled).Select(l => l.Key).ToListAsync(Cancelled)).ShouldBe(keys, ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_kept_far_away_is_encrypted_where_it_lies_and_a_service_that_cannot_is_not_trusted_unasked()
    {
        await using var place = await PlaceUnderTest.Of(Where.S3);
        using var wrong = Places(place, place.Place with { Region = "nowhere" });
        var trouble = await Should.ThrowAsync<FileTrouble>(() => wrong.Outside!.Put(Id<StoredFile>.New(), new MemoryStream([1]), Cancelled));
        trouble.Fault.ShouldBe(FileFault.Away); // signed for somewhere else, it is refused: the peer does look

        using var asked = new HeaderWatch();
        using var places = Places(place, place.Place with { Endpoint = asked.Address });
        await Should.ThrowAsync<FileTrouble>(() => places.Outside!.Put(Id<StoredFile>.New(), new MemoryStream([1]), Cancelled));
        asked.Headers["x-amz-server-side-encryption"].ShouldBe("AES256");
        asked.Headers.Keys.ShouldNotContain("x-amz-acl");
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_reads_what_lies_in_the_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        await using var place = await PlaceUnderTest.Of(Where.Folder);
        using var places = Places(place);
        await places.Outside!.TakeIntoUse(Cancelled);
        var key = Id<StoredFile>.New();
        await places.Outside.Put(key, new MemoryStream([1]), Cancelled);

        const UnixFileMode ours = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(place.PathOf(key)).ShouldBe(ours);
            foreach (var folder in new[] { place.Place.Address, Path.GetDirectoryName(place.PathOf(key))! })
                File.GetUnixFileMode(folder).ShouldBe(ours | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_not_made_anew_in_its_place()
    {
        await using var place = await PlaceUnderTest.Of(Where.Folder);
        using var places = Places(place);
        var store = places.Outside!;
        await store.TakeIntoUse(Cancelled);
        Directory.Move(place.Place.Address, place.Place.Address + ".away");
        Directory.CreateDirectory(place.Place.Address); // as the empty place of a disk that is not there

        (await Should.ThrowAsync<FileTrouble>(() => store.Put(Id<StoredFile>.New(), new MemoryStream([1]), Cancelled))).Fault.ShouldBe(FileFault.Away);
        (await Should.ThrowAsync<FileTrouble>(() => store.Open(Id<StoredFile>.New(), Cancelled))).Fault.ShouldBe(FileFault.Away);
        Directory.EnumerateFileSystemEntries(place.Place.Address).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_disk_that_fills_up_while_a_file_is_written_leaves_nothing_of_it()
    {
        await using var place = await PlaceUnderTest.Of(Where.Folder);
        using var places = Places(place);
        await places.Outside!.TakeIntoUse(Cancelled);

        await using var content = new Cut(new IOException("No space left on device", 28));
        var trouble = await Should.ThrowAsync<FileTrouble>(() => places.Outside.Put(Id<StoredFile>.New(), content, Cancelled));

        Trouble.StatusOf(trouble).ShouldBe(507);
        (await place.Names()).ShouldBeEmpty();
    }

    private static FilePlaces Places(PlaceUnderTest place, FilePlace? other = null) => new(new Installation("", null, "", IsDemo: false, other ?? place.Place));

    private static byte[] Some(int length) => System.Security.Cryptography.RandomNumberGenerator.GetBytes(length);

    private static async Task<byte[]> Read(IFileStore store, Id<StoredFile> key)
    {
        await using var content = (await store.Open(key, Cancelled)).ShouldNotBeNull();
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, Cancelled);
        content.Position = 0; // from any place
        return copy.ToArray();
    }
}
