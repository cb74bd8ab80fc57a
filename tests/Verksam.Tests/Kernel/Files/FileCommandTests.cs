using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Kernel.Files;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Files;

/// <summary><c>verksam files move</c>, as whoever has the machine writes it.</summary>
public sealed class FileCommandTests
{
    [Fact]
    public async Task All_files_are_moved_to_where_the_setting_says_and_it_is_told_where()
    {
        await using var folder = await PlaceUnderTest.Of(Where.Folder);
        await using var app = await AppUnderTest.Start();
        await app.Logo();

        var (code, said) = await Run(app, folder.Place.Address);

        (code, said).ShouldBe((0, $"1/1\n{new Texts()["Ui.Files.Moved", folder.Place.Address]}\n"));
        (await folder.Names()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_place_that_cannot_be_had_is_told_of_and_all_stays_where_it_was()
    {
        await using var app = await AppUnderTest.Start();
        var logo = await app.Logo();

        var (code, said) = await Run(app, "/dev/null/files");

        code.ShouldBe(1);
        said.ShouldStartWith(new Texts()["Ui.Files.Away", "|"].Split('|')[0]);
        (await app.Read(logo)).ShouldBe(Brought.Picture);
    }

    private static async Task<(int Code, string Said)> Run(AppUnderTest app, string place)
    {
        var installation = app.Services.GetRequiredService<Installation>();
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("VERKSAM_DATA", installation.DataFolder), new("ConnectionStrings:Verksam", installation.PostgresConnection), new(FilePlace.Setting, place),
        ]).Build();
        await using var said = new StringWriter();
        var code = await new FileCommands(new Texts(), settings, app.Clock).Files().Parse(["move"]).InvokeAsync(new() { Output = said, Error = said }, TestContext.Current.CancellationToken);
        return (code, said.ToString());
    }
}
