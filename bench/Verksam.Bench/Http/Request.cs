using System.Text;

namespace Verksam.Bench.Http;

/// <summary>Requests as bytes, made once and sent many times.</summary>
internal static class Request
{
    public static byte[] Get(int port, string path, string? cookie) =>
        Encoding.UTF8.GetBytes($"GET {path} HTTP/1.1\r\n{Headers(port, cookie)}\r\n");

    public static byte[] Post(int port, string path, string? cookie, string form) => Encoding.UTF8.GetBytes(
        $"POST {path} HTTP/1.1\r\n{Headers(port, cookie)}Origin: http://localhost:{port}\r\n" +
        $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {Encoding.UTF8.GetByteCount(form)}\r\n\r\n{form}");

    private static string Headers(int port, string? cookie) =>
        $"Host: localhost:{port}\r\nAccept: text/html\r\nAccept-Language: sv\r\n" + (cookie is null ? "" : $"Cookie: {cookie}\r\n");
}
