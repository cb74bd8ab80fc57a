namespace Verksam.Kernel;

/// <summary>Why the rules said no: a stable code, which is also the key of its text.</summary>
internal sealed record Refusal(string Code, params object[] Facts);
