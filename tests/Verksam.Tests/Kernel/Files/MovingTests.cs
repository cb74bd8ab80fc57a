using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Kernel;
using Verksam.Kernel.Files;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Files;

/// <summary>Whoever changes the setting loses nothing, before, while and after the files are moved.</summary>
public sealed class MovingTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_go_from_the_database_to_a_folder_to_a_service_far_away_and_back_and_can_be_read_all_the_time()
    {
        await using var database = await TestDatabase.Make(await Templates.WithCast);
        await using var folder = await PlaceUnderTest.Of(Where.Folder);
        await using var far = await PlaceUnderTest.Of(Where.S3);
        await using var none = await PlaceUnderTest.Of(Where.Database);
        Id<StoredFile> logo, source;
        await using (var app = await AppUnderTest.In(database))
            (logo, source) = (await app.Logo(), await app.Source());

        foreach (var (place, before) in new[] { (folder, none), (far, folder), (none, far), (folder, none), (none, folder) })
        {
            // what reaches a service far away is set as long as something may lie there
            await using var app = await AppUnderTest.In(database, [.. far.Settings, .. place.Settings]);
            (await app.Read(logo)).ShouldBe(Brought.Picture); // not moved yet
            (await before.Names()).Count.ShouldBe(before == none ? 0 : 2);

            var said = new List<string>();
            await app.Work<Moving>(async moving => (await moving.Run(null, (done, all) => said.Add($"{done}/{all}"), Cancelled)).ShouldBeEmpty());

            said.ShouldBe(["1/2", "2/2"]);
            (await app.Read(logo)).ShouldBe(Brought.Picture);
            (await app.Read(source)).ShouldBe(Brought.Plan);
            (await before.Names()).ShouldBeEmpty();
            (await place.Names()).Count.ShouldBe(place == none ? 0 : 2);
            (await app.Read(db => db.FileBytes.CountAsync(b => b.Content != FileBytes.None))).ShouldBe(place == none ? 2 : 0);
            (await app.Read(db => db.Settings.Where(s => s.Name == PlaceMemory.Name).Select(s => s.Value).SingleAsync())).ShouldBe(place.Place.Address);
        }
    }

    [Fact]
    public async Task A_move_that_is_cut_off_goes_on_where_it_was()
    {
        await using var database = await TestDatabase.Make(await Templates.WithCast);
        await using var folder = await PlaceUnderTest.Of(Where.Folder);
        List<Id<StoredFile>> files = [];
        await using (var app = await AppUnderTest.In(database))
        {
            for (byte at = 0; at < 6; at++)
                files.Add((await app.Keep([at])).Id);
        }
        await using var moved = await AppUnderTest.In(database, folder.Settings);

        await Should.ThrowAsync<TimeoutException>(() => moved.Work<Moving>(m => m.Run(null, (done, _) => { if (done == 3) throw new TimeoutException(); }, Cancelled)));
        (await folder.Names()).Count.ShouldBe(3);
        for (byte at = 0; at < 6; at++)
            (await moved.Read(files[at])).ShouldBe([at]);

        // copied, and killed before it was taken away from where it was
        await moved.Work<FilePlaces>(places => places.Outside!.Put(files[4], new MemoryStream([4]), Cancelled));
        // and one of which the disk kept only a part
        await moved.Work<FilePlaces>(places => places.Outside!.Put(files[5], new MemoryStream([]), Cancelled));
        (await moved.Read(files[5])).ShouldBe([5]);
        await moved.Work<Moving>(async m => (await m.Run(null, (_, _) => { }, Cancelled)).ShouldBeEmpty());

        (await folder.Names()).Count.ShouldBe(6);
        (await moved.Read(db => db.FileBytes.CountAsync(b => b.Content != FileBytes.None))).ShouldBe(0);
        for (byte at = 0; at < 6; at++)
            (await moved.Read(files[at])).ShouldBe([at]);
    }

    [Fact]
    public async Task One_that_is_damaged_stays_where_it_is_and_the_others_are_moved()
    {
        await using var database = await TestDatabase.Make(await Templates.WithCast);
        await using var folder = await PlaceUnderTest.Of(Where.Folder);
        await using var none = await PlaceUnderTest.Of(Where.Database);
        Id<StoredFile> bad, good;
        await using (var app = await AppUnderTest.In(database))
        {
            (bad, good) = ((await app.Keep([1, 2, 3])).Id, (await app.Keep([4])).Id);
            await none.Damage(app, bad);
        }
        await using var moved = await AppUnderTest.In(database, folder.Settings);

        await moved.Work<Moving>(async m => (await m.Run(null, (_, _) => { }, Cancelled)).Single().Message.ShouldContain(bad.ToString()));

        (await folder.Names()).ShouldBe([good.ToString()]);
        (await moved.Read(db => db.FileBytes.CountAsync(b => b.Content != FileBytes.None))).ShouldBe(1);
    }

    [Fact]
    public async Task A_folder_that_nobody_remembers_is_named()
    {
        await using var database = await TestDatabase.Make(await Templates.WithCast);
        await using var folder = await PlaceUnderTest.Of(Where.Folder);
        Id<StoredFile> file;
        await using (var app = await AppUnderTest.In(database, folder.Settings))
        {
            file = (await app.Keep([1, 2, 3])).Id;
            await app.Write(async db => db.Settings.Remove(await db.Settings.SingleAsync(s => s.Name == PlaceMemory.Name)));
        }
        await using var moved = await AppUnderTest.In(database);

        await moved.Work<Moving>(async m => (await m.Run(null, (_, _) => { }, Cancelled)).Single().Fault.ShouldBe(FileFault.Missing));
        await moved.Work<Moving>(async m => (await m.Run(folder.Place.Address, (_, _) => { }, Cancelled)).ShouldBeEmpty());

        (await moved.Read(file)).ShouldBe([1, 2, 3]);
        (await folder.Names()).ShouldBeEmpty();
    }
}
