using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Troubles;

/// <summary>A disk that is full takes nothing more, and breaks nothing.</summary>
public sealed class FullDiskTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("Kören bildades ett år när det regnade mycket. ", 1_000));

    [Fact]
    public async Task What_does_not_fit_is_refused_in_words_and_is_saved_when_there_is_room_again()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        var form = await tove.Open("/planen/ta-in");
        var before = await Rows(app);
        await app.Read(async db => { await app.Disk.Fill(db); return true; });

        var refused = await Sheet.Of(tove, await form.Send("Läs planen", fields => (fields["Input.Year"], fields["Input.Text"]) = ("2026", Long)));

        (refused.Status, refused.Heading).ShouldBe((HttpStatusCode.InsufficientStorage, "Det gick inte att spara"));
        refused.Text.ShouldContain("Inget av det du skickade sparades");
        (await Rows(app)).ShouldBe(before);
        (await tove.Open("/oversikt")).Status.ShouldBe(HttpStatusCode.OK);

        await app.Read(async db => { await app.Disk.Clear(db); return true; });
        (await form.Submit("Läs planen", fields => (fields["Input.Year"], fields["Input.Text"]) = ("2026", Long))).Status.ShouldBe(HttpStatusCode.OK);
        (await Rows(app)).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Who_only_reads_does_not_notice_that_nobody_can_note_when_it_was()
    {
        await using var app = await AppUnderTest.Start();
        var tove = await app.As(Cast.Ombudsman);
        await app.Read(async db => { await app.Disk.Fill(db); return true; });
        app.Clock.Advance(TimeSpan.FromHours(2));

        (await tove.Open("/oversikt")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_file_that_the_disk_has_no_room_for_is_the_same_trouble()
    {
        const string alwaysFull = "/dev/full";
        Assert.SkipUnless(File.Exists(alwaysFull), "No disk here is always full.");

        var trouble = await Should.ThrowAsync<IOException>(() => File.WriteAllTextAsync(alwaysFull, "x", TestContext.Current.CancellationToken));

        Verksam.Kernel.Hosting.Trouble.StatusOf(trouble).ShouldBe(507);
    }

    private static Task<int> Rows(AppUnderTest app) => app.Read(db => db.PlanVersions.CountAsync());
}
