using System.Net;
using System.Runtime.CompilerServices;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Verksam.Kernel.Files;

/// <summary>
/// Files in a bucket of Amazon's S3, or of another service that speaks as it does. Who we are is found where Amazon's own programs look
/// (AWS_ACCESS_KEY_ID and its kin). Nothing here is ever given a public address: the program hands files out itself.
/// </summary>
/// <param name="page">How many names are asked for at a time.</param>
internal sealed class S3Files(FilePlace place, int page = 1000) : IFileStore, IDisposable
{
    private static readonly string[] NoRoom = ["InsufficientStorage", "QuotaExceeded", "StorageFull", "XMinioStorageFull"];

    private readonly AmazonS3Client _service = new(How(place));

    public Task Put(Id<StoredFile> key, Stream content, CancellationToken cancelled) => Guarded(() => _service.PutObjectAsync(new PutObjectRequest
    {
        BucketName = place.Bucket,
        Key = NameOf(key),
        InputStream = content,
        AutoCloseStream = false,
        UseChunkEncoding = false, // not every service knows it
        ServerSideEncryptionMethod = place.IsEncrypted ? ServerSideEncryptionMethod.AES256 : null,
    }, cancelled), cancelled);

    public Task<Stream?> Open(Id<StoredFile> key, CancellationToken cancelled) => Guarded<Stream?>(async () =>
    {
        try
        {
            using var answer = await _service.GetObjectAsync(place.Bucket, NameOf(key), cancelled);
            return await Spool.Of(answer.ResponseStream, answer.ContentLength, cancelled);
        }
        catch (AmazonS3Exception trouble) when (trouble is { StatusCode: HttpStatusCode.NotFound, ErrorCode: "NoSuchKey" })
        {
            return null;
        }
    }, cancelled);

    public Task Remove(Id<StoredFile> key, CancellationToken cancelled) =>
        Guarded(() => _service.DeleteObjectAsync(place.Bucket, NameOf(key), cancelled), cancelled);

    public async IAsyncEnumerable<Lying> All([EnumeratorCancellation] CancellationToken cancelled)
    {
        var asked = new ListObjectsV2Request { BucketName = place.Bucket, Prefix = place.Prefix, MaxKeys = page };
        ListObjectsV2Response found;
        do
        {
            found = await Guarded(() => _service.ListObjectsV2Async(asked, cancelled), cancelled);
            foreach (var thing in found.S3Objects ?? [])
            {
                if (Guid.TryParseExact(thing.Key[place.Prefix.Length..], "D", out var key) && thing.LastModified is { } since)
                    yield return new Lying(new Id<StoredFile>(key), new DateTimeOffset(since.ToUniversalTime()));
            }
            asked.ContinuationToken = found.NextContinuationToken;
        }
        while (found.IsTruncated == true);
    }

    /// <summary>The bucket is made by whoever runs the service, with the rules that are to hold there.</summary>
    public Task TakeIntoUse(CancellationToken cancelled) => Task.CompletedTask;

    public void Dispose() => _service.Dispose();

    private string NameOf(Id<StoredFile> key) => place.Prefix + key;

    private static AmazonS3Config How(FilePlace place)
    {
        var how = new AmazonS3Config
        {
            Timeout = TimeSpan.FromSeconds(30),
            MaxErrorRetry = 2,
            // sums of its own in headers that other services refuse: ours is asked for each time a file is read
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (place.Endpoint is { } endpoint)
            (how.ServiceURL, how.ForcePathStyle, how.AuthenticationRegion) = (endpoint, true, place.Region ?? "us-east-1");
        else
            how.RegionEndpoint = place.Region is { } region ? RegionEndpoint.GetBySystemName(region) : FallbackRegionFactory.GetRegionEndpoint(false) ?? RegionEndpoint.USEast1;
        return how;
    }

    private static async Task<T> Guarded<T>(Func<Task<T>> work, CancellationToken cancelled)
    {
        try
        {
            return await work();
        }
        catch (AmazonServiceException trouble)
        {
            var isFull = trouble.StatusCode == HttpStatusCode.InsufficientStorage || NoRoom.Contains(trouble.ErrorCode, StringComparer.Ordinal);
            throw new FileTrouble(isFull ? FileFault.Full : FileFault.Away, $"{trouble.ErrorCode} {trouble.Message}".Trim(), trouble);
        }
        catch (Exception trouble) when (trouble is AmazonClientException or HttpRequestException or IOException
            || (trouble is OperationCanceledException && !cancelled.IsCancellationRequested))
        {
            throw new FileTrouble(FileFault.Away, trouble.Message, trouble);
        }
    }
}
