namespace Verksam.Formats.Text;
public static class PlainText { public static async Task<string> Read(Stream file, ReadingLimits? limits = null, CancellationToken cancellation = default) { using var r = new StreamReader(file); return await r.ReadToEndAsync(cancellation); } }
