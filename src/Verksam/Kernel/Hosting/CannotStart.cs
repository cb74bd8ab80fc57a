using System.Diagnostics.CodeAnalysis;
using Verksam.Kernel.Text;

namespace Verksam.Kernel.Hosting;

/// <summary>Something about the installation must be put right first. Whoever starts the program is told so in one line, without our innards.</summary>
[SuppressMessage("Design", "CA1032", Justification = "It is nothing without its words")]
internal sealed class CannotStart(string key, params object?[] facts) : Exception(new Texts()[key, facts]);
