namespace Verksam.Kernel.Hosting;

/// <summary>What lies here reveals political opinion: nobody else on the machine reads it.</summary>
internal static class PrivateFolder
{
    public static string Make(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
