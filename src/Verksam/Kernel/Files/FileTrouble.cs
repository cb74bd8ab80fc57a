using System.Diagnostics.CodeAnalysis;

namespace Verksam.Kernel.Files;

internal enum FileFault
{
    /// <summary>The place does not answer, or does not let us in.</summary>
    Away,

    /// <summary>There is no room.</summary>
    Full,

    /// <summary>What lies there is not what was put there.</summary>
    Damaged,

    /// <summary>Nothing lies there.</summary>
    Missing,
}

/// <summary>A file could not be put or read. The words are for whoever runs the program; people are told by the page of its status.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It is nothing without its kind")]
internal sealed class FileTrouble(FileFault fault, string what, Exception? cause = null) : Exception(what, cause)
{
    public FileFault Fault => fault;
}
