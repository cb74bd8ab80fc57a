using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Verksam.Kernel.Files;
using Verksam.Kernel.Hosting;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Files;

/// <summary>A place for files that cannot be reached, is full, or is not what it should be.</summary>
public sealed class PlaceTroubleTests
{
    [Theory]
    [InlineData("s3://bucket/files", "http://127.0.0.1:1")]
    [InlineData("/dev/null/files", "")]
    public async Task A_house_starts_without_its_place_for_files_and_says_so_where_one_is_needed(string address, string endpoint)
    {
        await using var app = await AppUnderTest.Start($"--VERKSAM_FILES={address}", $"--VERKSAM_FILES_ENDPOINT={endpoint}");
        Credentials();

        await Says(app, "files");
        (await app.Anybody().Open("/logga-in")).Status.ShouldBe(HttpStatusCode.OK);
        var tove = await app.As(Cast.Ombudsman);
        var form = await tove.Open("/planen/ta-in");
        var refused = await Sheet.Of(tove, await form.Send("Läs planen", Fill));
        (refused.Status, refused.Heading).ShouldBe((HttpStatusCode.ServiceUnavailable, "Vi kommer inte åt planen just nu"));
        (await app.Read(db => db.PlanVersions.CountAsync())).ShouldBe(0);
        (await (await app.As(Cast.Administrator)).Open("/drift")).Text.ShouldContain("Platsen som VERKSAM_FILES pekar på svarar inte");
    }

    [Fact]
    public async Task A_place_that_goes_away_is_told_of_and_all_is_well_when_it_is_back()
    {
        await using var folder = await PlaceUnderTest.Of(Where.Folder);
        await using var app = await folder.House();
        var logo = await app.Logo();
        await Says(app, "ok");

        Directory.Move(folder.Place.Address, folder.Place.Address + ".away");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Says(app, "files");
        (await app.Anybody().Open($"/logotyp/{logo}")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);

        Directory.Move(folder.Place.Address + ".away", folder.Place.Address);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Says(app, "ok");
        (await app.Anybody().Get($"/logotyp/{logo}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_place_that_is_full_takes_nothing_and_breaks_nothing()
    {
        using var full = new HeaderWatch(507);
        await using var app = await AppUnderTest.Start("--VERKSAM_FILES=s3://bucket/files", $"--VERKSAM_FILES_ENDPOINT={full.Address}");
        Credentials();
        var tove = await app.As(Cast.Ombudsman);
        var form = await tove.Open("/planen/ta-in");

        var refused = await Sheet.Of(tove, await form.Send("Läs planen", Fill));

        (refused.Status, refused.Heading).ShouldBe((HttpStatusCode.InsufficientStorage, "Det gick inte att spara"));
        (await app.Read(db => db.Files.CountAsync())).ShouldBe(0);
        (await app.Read(db => db.PlanVersions.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("VERKSAM_FILES", "s3://")]
    [InlineData("VERKSAM_FILES", "ftp://x/y")]
    [InlineData("VERKSAM_FILES_ENDPOINT", "s3.example.org")]
    [InlineData("VERKSAM_FILES_ENCRYPTION", "no")]
    public void A_setting_that_says_nothing_stops_the_start_in_words(string name, string value) =>
        Should.Throw<CannotStart>(() => FilePlace.Of(new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build())).Message.ShouldContain(name);

    [Theory]
    [InlineData("s3://bucket", "bucket", "")]
    [InlineData("s3://bucket/", "bucket", "")]
    [InlineData("s3://bucket/a/b/", "bucket", "a/b/")]
    public void A_bucket_may_have_a_folder_in_it(string address, string bucket, string prefix)
    {
        var place = FilePlace.Database.At(address);

        (place.Bucket, place.Prefix).ShouldBe((bucket, prefix));
    }

    private static void Fill(Fields fields)
    {
        fields["Input.Year"] = "2026";
        fields.Attach("Input.File", "plan.txt", Brought.Plan);
    }

    private static async Task Says(AppUnderTest app, string words) =>
        (await (await app.Anybody().Get("/healthz/ready")).Content.ReadAsStringAsync()).ShouldBe(words);

    // as the peer has them, so that whoever comes first does no harm
    private static void Credentials()
    {
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "test:tester");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "testing");
    }
}
