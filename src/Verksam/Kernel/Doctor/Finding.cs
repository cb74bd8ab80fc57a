namespace Verksam.Kernel.Doctor;

internal enum Level
{
    Ok,
    Warning,
    Fault,
}

/// <summary>What one check found, and what to do about it.</summary>
/// <param name="Key">Of its words.</param>
internal sealed record Finding(Level Level, string Key, params object[] Facts)
{
    public static Finding Ok(string key, params object[] facts) => new(Level.Ok, key, facts);

    public static Finding Warning(string key, params object[] facts) => new(Level.Warning, key, facts);

    public static Finding Fault(string key, params object[] facts) => new(Level.Fault, key, facts);
}

/// <summary>One line of the doctor's. Whatever it throws is a fault too.</summary>
/// <param name="Name">For programs that read the answer.</param>
internal sealed record Check(string Name, Func<CancellationToken, Task<Finding>> Look);
