using System.Diagnostics.CodeAnalysis;
using Verksam.Kernel.Text;

namespace Verksam.Kernel.Backups.Format;

/// <summary>A backup cannot be taken or used as it is; one sentence says why to whoever asked for it.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It is nothing without its words")]
internal sealed class BadBackup(string key, params object?[] facts) : Exception(new Texts()[key, facts])
{
    /// <summary>The key of its words: what a test asks, and a row that remembers.</summary>
    public string Key => key;
}
