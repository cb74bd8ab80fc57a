using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Kernel.Doctor;
using Verksam.Kernel.Files;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Tests.House;
using Verksam.Tests.Kernel.Files;
using Xunit;

namespace Verksam.Tests.Kernel.Doctor;

/// <summary>What the doctor says of where files lie.</summary>
public sealed class FileChecksTests
{
    [Theory]
    [InlineData(Where.Folder)]
    [InlineData(Where.S3)]
    public async Task A_place_where_files_can_be_put_read_and_taken_away_is_well_and_nothing_is_left_there(Where where)
    {
        await using var place = await PlaceUnderTest.Of(where);
        await using var app = await place.House();
        await app.Logo();

        var found = await Examine(app, place.Set);

        (found["settings"].Level, found["files"].Level, found["files-there"].Level).ShouldBe(("ok", "ok", "ok"));
        (await place.Names()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Files_that_are_not_where_the_setting_says_are_counted()
    {
        await using var folder = await PlaceUnderTest.Of(Where.Folder);
        await using var app = await AppUnderTest.Start();
        await app.Logo();
        await app.Source();

        var found = await Examine(app, folder.Set);

        found["files"].Level.ShouldBe("warning"); // nobody has started with it yet
        found["files-there"].ShouldBe(("warning", "Filer som inte ligger där de ska: 2. Flytta dem: ./verksam files move."));
    }

    [Fact]
    public async Task A_folder_that_others_can_open_is_warned_of_and_one_that_is_not_there_is_a_fault()
    {
        await using var folder = await PlaceUnderTest.Of(Where.Folder);
        await using var app = await folder.House();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder.Place.Address, File.GetUnixFileMode(folder.Place.Address) | UnixFileMode.OtherRead);
            (await Examine(app, folder.Set))["files"].Level.ShouldBe("warning");
        }
        Directory.Delete(folder.Place.Address, recursive: true);

        (await Examine(app, folder.Set))["files"].Level.ShouldBe("fault");
    }

    [Fact]
    public async Task A_bucket_that_does_not_exist_is_a_fault_in_the_services_own_words()
    {
        await using var far = await PlaceUnderTest.Of(Where.S3);
        await using var app = await far.House();

        var (level, text) = (await Examine(app, new Dictionary<string, string>(far.Set) { [FilePlace.Setting] = "s3://nobody-made-it" }))["files"];

        (level, text.Contains("NoSuchBucket", StringComparison.Ordinal)).ShouldBe(("fault", true), text);
    }

    private static async Task<Dictionary<string, (string Level, string Text)>> Examine(AppUnderTest app, IReadOnlyDictionary<string, string> settings)
    {
        var house = app.Services.GetRequiredService<Installation>();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["VERKSAM_DATA"] = house.DataFolder,
            ["ConnectionStrings:Verksam"] = house.PostgresConnection,
            ["VERKSAM_PUBLIC_URL"] = "https://plan.example.org",
        }).AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
        await using var output = new StringWriter();
        await new DoctorCommand(new Texts(), configuration, app.Clock).Run(output, json: true, CancellationToken.None);
        using var json = JsonDocument.Parse(output.ToString());
        return json.RootElement.EnumerateArray().ToDictionary(
            f => f.GetProperty("check").GetString()!, f => (f.GetProperty("level").GetString()!, f.GetProperty("text").GetString()!));
    }
}
