using System.Diagnostics;
using Amazon.S3;
using Verksam.Kernel.Files;
using Xunit;

namespace Verksam.Tests.Kernel.Files;

/// <summary>
/// OpenStack Swift with its S3 interface: a service that others wrote, which checks each signature, encrypts what it keeps when asked, and
/// refuses what it does not know. One for all tests, a bucket for each.
/// </summary>
internal static class SwiftPeer
{
    private const string Python = "/usr/bin/python3"; // the system's own, which its packages are for

    private static readonly Lazy<Task<string?>> Address = new(Start);

    private static int _buckets;

    /// <summary>A bucket that nobody else uses, with a folder in it.</summary>
    public static async Task<FilePlace> Bucket()
    {
        var address = await Address.Value;
        if (address is null)
            Assert.Skip("OpenStack Swift is not installed (Debian: swift-proxy, swift-account, swift-container, swift-object): no real S3 service to keep files in.");
        var name = $"bucket-{Interlocked.Increment(ref _buckets)}";
        var place = new FilePlace($"s3://{name}/verksam/files", address);
        using var service = Service(address);
        await service.PutBucketAsync(name);
        return place;
    }

    /// <summary>As somebody else would come: every object of the bucket, with its whole name.</summary>
    public static async Task<IReadOnlyList<string>> Names(FilePlace place)
    {
        using var service = Service(place.Endpoint!);
        return [.. ((await service.ListObjectsV2Async(new() { BucketName = place.Bucket })).S3Objects ?? []).Select(o => o.Key)];
    }

    public static async Task Overwrite(FilePlace place, string key, byte[] content)
    {
        using var service = Service(place.Endpoint!);
        using var stream = new MemoryStream(content);
        await service.PutObjectAsync(new() { BucketName = place.Bucket, Key = place.Prefix + key, InputStream = stream, UseChunkEncoding = false });
    }

    private static AmazonS3Client Service(string address) => new(new AmazonS3Config
    {
        ServiceURL = address,
        ForcePathStyle = true,
        AuthenticationRegion = "us-east-1",
        RequestChecksumCalculation = Amazon.Runtime.RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = Amazon.Runtime.ResponseChecksumValidation.WHEN_REQUIRED,
    });

    private static async Task<string?> Start()
    {
        if (!await IsInstalled())
            return null;
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "test:tester");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "testing");
        var home = Directory.CreateTempSubdirectory("verksam-swift-");
        // it ends when its input does, and that is when we do
        var process = Process.Start(new ProcessStartInfo(Python, [Script, home.FullName]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            process.Kill();
            process.WaitForExit();
            home.Delete(recursive: true);
        };
        return await process.StandardOutput.ReadLineAsync();
    }

    private static string Script => Path.Combine(AppContext.BaseDirectory, "Kernel", "Files", "peer.py");

    private static async Task<bool> IsInstalled()
    {
        if (!File.Exists(Python))
            return false;
        using var asked = Process.Start(new ProcessStartInfo(Python, ["-c", "import swift.proxy.server, swift.account.server, swift.container.server, swift.obj.server"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        await asked.WaitForExitAsync();
        return asked.ExitCode == 0;
    }
}
