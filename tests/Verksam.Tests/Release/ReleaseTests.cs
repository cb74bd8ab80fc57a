using System.Diagnostics;
using System.Text.RegularExpressions;
using Shouldly;
using Verksam.Tests.Architecture;
using Xunit;

namespace Verksam.Tests.Release;

/// <summary>The archive that is made by one command, unpacked and started as somebody who has only the archive and the runtime.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed partial class ReleaseTests : IClassFixture<ReleaseTests.Unpacked>
{
    private readonly Unpacked _release;

    public ReleaseTests(Unpacked release) => _release = release;

    [Fact]
    public async Task Every_file_in_it_is_as_the_checksums_say()
    {
        var (code, said) = await Run("sha256sum", ["--check", "--quiet", "SHA256SUMS"], _release.Folder);
        (code, said).ShouldBe((0, ""));
        var files = Directory.EnumerateFiles(_release.Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_release.Folder, f)).Where(f => f != "SHA256SUMS");
        (await File.ReadAllLinesAsync(Path.Combine(_release.Folder, "SHA256SUMS"), TestContext.Current.CancellationToken)).Select(l => l.Split("  ./")[1]).ShouldBe(files, ignoreOrder: true);
        files.ShouldContain("LICENSE");
        files.ShouldContain("docs/drift.md");
    }

    [Fact]
    public async Task It_starts_with_what_its_settings_file_says_and_answers()
    {
        var data = Path.Combine(_release.Folder, "..", "data folder");
        var conf = _release.Settings($"# mine\n\nVERKSAM_DATA=\"{data}\"\nVERKSAM_URLS=http://127.0.0.1:1\nVERKSAM_PUBLIC_URL='https://plan.example.org'\n");
        using var program = Process.Start(Program([], new() { ["VERKSAM_CONF"] = conf, ["VERKSAM_URLS"] = "http://127.0.0.1:0" }))!; // the environment goes before the file
        try
        {
            var said = new List<string>();
            while (await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                said.Add(line);
                if (Address().IsMatch(line))
                    break;
            }
            using var http = new HttpClient(new SocketsHttpHandler());
            (await http.GetStringAsync(new Uri(Address().Match(said[^1]).Value + "/healthz"), TestContext.Current.CancellationToken)).ShouldBe("ok");
            File.Exists(Path.Combine(data, "verksam.db")).ShouldBeTrue();
            (File.GetUnixFileMode(data) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)).ShouldBe(UnixFileMode.None);
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_line_that_is_no_setting_is_named()
    {
        var (code, said) = await Run(Program(["help"], new() { ["VERKSAM_CONF"] = _release.Settings("VERKSAM_URLS http://127.0.0.1:0\n") }));
        code.ShouldBe(1);
        said.ShouldContain("not a setting: VERKSAM_URLS http://127.0.0.1:0");
    }

    [Fact]
    public async Task What_a_setting_holds_is_never_run()
    {
        var proof = Path.Combine(_release.Folder, "..", "ran");
        (await Run(Program(["help"], new() { ["VERKSAM_CONF"] = _release.Settings($"VERKSAM_MAIL_FROM=$(touch '{proof}')`touch '{proof}'`\n") }))).Code.ShouldBe(0);
        File.Exists(proof).ShouldBeFalse();
    }

    [Fact]
    public void The_service_starts_the_launcher_as_nobody_special_with_a_closed_folder()
    {
        var unit = File.ReadAllLines(Path.Combine(_release.Folder, "verksam.service"));
        unit.ShouldContain("ExecStart=/opt/verksam/verksam");
        unit.ShouldContain("User=verksam");
        unit.ShouldContain("StateDirectoryMode=0700");
        unit.ShouldContain("CapabilityBoundingSet=");
        File.GetUnixFileMode(Path.Combine(_release.Folder, "verksam")).HasFlag(UnixFileMode.OtherExecute).ShouldBeTrue();
    }

    private ProcessStartInfo Program(string[] arguments, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(Path.Combine(_release.Folder, "verksam"), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return start;
    }

    private static Task<(int Code, string Said)> Run(string program, string[] arguments, string folder) => Run(new ProcessStartInfo(program, arguments)
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = folder,
    });

    private static async Task<(int Code, string Said)> Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, string.Concat(said));
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+", RegexOptions.None, 1000)]
    private static partial Regex Address();

    /// <summary>An archive made from this source, unpacked in a folder of its own. It is published as for a release: that takes a while, once.</summary>
    public sealed class Unpacked : IAsyncLifetime
    {
        private readonly string _home = Directory.CreateTempSubdirectory("verksam-release-").FullName;

        public string Folder { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            var (code, said) = await Run(Path.Combine(Source.Root, "tools", "release"), [], Source.Root);
            code.ShouldBe(0, said);
            var archive = said.Split('\n').Single(l => l.EndsWith(".tar.gz", StringComparison.Ordinal)); // beside it the build may have said something
            var sums = await Run("sha256sum", ["--check", Path.GetFileName(archive) + ".sha256"], Path.GetDirectoryName(archive)!);
            sums.Code.ShouldBe(0, sums.Said);
            (await Run("tar", ["-xzf", archive, "-C", _home], _home)).Code.ShouldBe(0);
            Folder = Directory.GetDirectories(_home).Single();
        }

        public ValueTask DisposeAsync()
        {
            Directory.Delete(_home, recursive: true);
            return ValueTask.CompletedTask;
        }

        /// <summary>A settings file with these lines.</summary>
        public string Settings(string lines)
        {
            var file = Path.Combine(_home, $"{Path.GetRandomFileName()}.conf");
            File.WriteAllText(file, lines);
            return file;
        }
    }
}
