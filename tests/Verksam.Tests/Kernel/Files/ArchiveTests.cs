using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Verksam.Kernel;
using Verksam.Kernel.Files;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Files;

/// <summary>Files as the house takes them in and hands them out, wherever they lie.</summary>
public sealed class ArchiveTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Where.Database)]
    [InlineData(Where.Folder)]
    [InlineData(Where.S3)]
    public async Task A_logotype_is_shown_to_all_and_a_plans_file_to_nobody_by_its_address(Where where)
    {
        await using var place = await PlaceUnderTest.Of(where);
        await using var app = await place.House();
        var logo = await app.Logo();
        var source = await app.Source();

        var answer = await app.Anybody().Get($"/logotyp/{logo}");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        answer.Content.Headers.ContentDisposition!.ToString().ShouldBe("inline; filename=\"logotyp.png\"");
        (await answer.Content.ReadAsByteArrayAsync(Cancelled)).ShouldBe(Brought.Picture);
        foreach (var visitor in new[] { app.Anybody(), await app.As(Cast.Administrator), await app.As(Cast.MemberOfStora) })
        {
            foreach (var url in new[] { $"/logotyp/{source}", $"/logotyp/{Id<StoredFile>.New()}", $"/logotyp/..%2f{source}", $"/{source}", $"/files/{source}" })
                (await visitor.Get(url)).StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Redirect);
        }
        (await place.Names()).Order(StringComparer.Ordinal).ShouldBe(where == Where.Database ? [] : new[] { logo.ToString(), source.ToString() }.Order(StringComparer.Ordinal));
        (await app.Read(db => db.FileBytes.CountAsync(b => b.Content != FileBytes.None))).ShouldBe(where == Where.Database ? 2 : 0);
    }

    [Theory]
    [InlineData(Where.Folder)]
    [InlineData(Where.S3)]
    public async Task What_was_never_saved_or_has_lost_its_row_is_swept_after_a_day_and_nothing_else(Where where)
    {
        await using var place = await PlaceUnderTest.Of(where);
        await using var app = await place.House();
        await app.Logo();
        await app.Keep([1], isSaved: false);
        await (await (await app.As(Cast.Ombudsman)).Open("/organisation/norrsjo/logotyp")).Submit("Ta bort logotypen");
        var kept = await app.Source();
        (await app.Read(db => db.Files.Select(f => f.Id).ToListAsync())).ShouldBe([kept]);

        await app.Sweep(TimeSpan.FromHours(23));
        (await place.Names()).Count.ShouldBe(3);

        await app.Sweep(TimeSpan.FromHours(25));
        (await place.Names()).ShouldBe([kept.ToString()]);
    }

    [Fact]
    public async Task A_place_where_most_is_unknown_is_somebody_elses_and_is_left_alone()
    {
        await using var place = await PlaceUnderTest.Of(Where.Folder);
        await using var app = await place.House();
        for (var others = 0; others < 30; others++)
            await app.Keep([1], isSaved: false);

        await Should.ThrowAsync<InvalidOperationException>(() => app.Sweep(TimeSpan.FromHours(30)));

        (await place.Names()).Count.ShouldBe(30);
    }

    [Theory]
    [InlineData(Where.Database)]
    [InlineData(Where.Folder)]
    [InlineData(Where.S3)]
    public async Task A_damaged_file_is_told_of_and_not_shown(Where where)
    {
        await using var place = await PlaceUnderTest.Of(where);
        await using var app = await place.House();
        var logo = await app.Logo();
        await place.Damage(app, logo);

        var page = await app.Anybody().Open($"/logotyp/{logo}");

        (page.Status, page.Heading).ShouldBe((HttpStatusCode.Gone, "Filen är skadad"));
        app.Log.Lines.ShouldContain(l => l.Contains(logo.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Where.Folder)]
    [InlineData(Where.S3)]
    public async Task A_file_that_is_gone_is_told_of(Where where)
    {
        await using var place = await PlaceUnderTest.Of(where);
        await using var app = await place.House();
        var logo = await app.Logo();
        await app.Work<FilePlaces>(places => places.Outside!.Remove(logo, Cancelled));

        (await app.Anybody().Open($"/logotyp/{logo}")).Status.ShouldBe(HttpStatusCode.Gone);
        (await app.Anybody().Open("/logga-in")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(Where.Database)]
    [InlineData(Where.Folder)]
    [InlineData(Where.S3)]
    public async Task The_largest_file_is_handed_out_as_it_came_in(Where where)
    {
        await using var place = await PlaceUnderTest.Of(where);
        await using var app = await place.House();
        var content = System.Security.Cryptography.RandomNumberGenerator.GetBytes(20 << 20);
        var kept = await app.Keep(content);

        await app.Work<Archive>(async archive =>
        {
            await using var read = await archive.Open(kept.Id, kept.Sha256, Cancelled);
            (read is FileStream).ShouldBeTrue(); // not held in memory
            (await System.Security.Cryptography.SHA256.HashDataAsync(read, Cancelled)).ShouldBe(System.Security.Cryptography.SHA256.HashData(content));
        });
    }

    [Fact]
    public async Task The_empty_file_is_a_file()
    {
        await using var app = await AppUnderTest.Start();
        var kept = await app.Keep([]);

        (await app.Read(kept.Id)).ShouldBeEmpty();
    }
}
