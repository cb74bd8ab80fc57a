using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Verksam.Kernel.Backups.Nightly;
using Verksam.Kernel.Doctor;
using Verksam.Kernel.Text;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Doctor;

public sealed class DoctorTests
{
    [Fact]
    public async Task A_house_in_order_has_no_faults()
    {
        await using var app = await AppUnderTest.Start();
        await app.Work<NightlyBackup>(job => job.Run(app.Clock.GetUtcNow(), CancellationToken.None));

        var (code, found) = await Examine(app);

        found.Where(f => f.Value == "fault").Select(f => f.Key).ShouldBe(["clock"]); // the test's clock stands still
        code.ShouldBe(1);
        found["database"].ShouldBe("ok");
        found["migrations"].ShouldBe("ok");
        found["backup"].ShouldBe("ok");
        found["files"].ShouldBe("ok");
        found["swedish"].ShouldBe("ok");
        found["time-zone"].ShouldBe("ok");
        found["public-url"].ShouldBe("ok");
    }

    [Fact]
    public async Task What_is_misspelt_unencrypted_or_open_to_others_is_warned_of()
    {
        await using var app = await AppUnderTest.Start();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(app.Folder(), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead);

        var (_, found) = await Examine(app, ("VERKSAM_SMPT", "smtp://post.example"), ("VERKSAM_PUBLIC_URL", "http://plan.example.org"));

        new[] { "settings", "public-url", "folder", "mail", "backup" }.Select(name => found[name]).ShouldAllBe(level => level == "warning");
    }

    [Fact]
    public async Task A_backup_that_could_not_be_restored_is_a_fault()
    {
        await using var app = await AppUnderTest.Start();
        await app.Work<NightlyBackup>(job => job.Run(app.Clock.GetUtcNow(), CancellationToken.None));
        await app.Work<Verksam.Kernel.AppDb>(db => BackupOutcome.NoteTested(db, app.Clock.GetUtcNow(), "Ui.Backup.Damaged", CancellationToken.None));

        (await Examine(app)).Found["backup"].ShouldBe("fault");
    }

    [Theory]
    [InlineData("250-post.example\r\n250 STARTTLS\r\n", "ok")]
    [InlineData("250 post.example\r\n", "warning")]
    public async Task The_mail_server_is_asked_whether_it_offers_encryption(string answer, string level)
    {
        await using var app = await AppUnderTest.Start();
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();

        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        var examined = Examine(app, ("VERKSAM_SMTP", $"smtp://127.0.0.1:{port}"), ("VERKSAM_MAIL_FROM", "post@example.org"));
        await Talk(server, answer);

        (await examined).Found["mail"].ShouldBe(level);
    }

    [Fact]
    public async Task A_mail_server_that_does_not_answer_is_a_fault()
    {
        await using var app = await AppUnderTest.Start();

        (await Examine(app, ("VERKSAM_SMTP", "smtp://127.0.0.1:1"), ("VERKSAM_MAIL_FROM", "post@example.org"))).Found["mail"].ShouldBe("fault");
    }

    private static async Task Talk(TcpListener server, string answer)
    {
        using var line = await server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var stream = line.GetStream();
        await stream.WriteAsync("220 post.example\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer), TestContext.Current.CancellationToken);
    }

    private static async Task<(int Code, Dictionary<string, string> Found)> Examine(AppUnderTest app, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["VERKSAM_DATA"] = app.Folder(),
            ["ConnectionStrings:Verksam"] = app.Connection(),
            ["VERKSAM_PUBLIC_URL"] = "https://plan.example.org",
        }).AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build();
        await using var output = new StringWriter();
        var code = await new DoctorCommand(new Texts(), configuration, app.Clock).Run(output, json: true, CancellationToken.None);
        using var json = JsonDocument.Parse(output.ToString());
        return (code, json.RootElement.EnumerateArray().ToDictionary(f => f.GetProperty("check").GetString()!, f => f.GetProperty("level").GetString()!));
    }
}

file static class Places
{
    private static Verksam.Kernel.Hosting.Installation Of(AppUnderTest app) =>
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Verksam.Kernel.Hosting.Installation>(app.Services);

    public static string Folder(this AppUnderTest app) => Of(app).DataFolder;

    public static string? Connection(this AppUnderTest app) => Of(app).PostgresConnection;
}
