using Verksam.Kernel;

namespace Verksam.Features.People;

/// <summary>A socket: what another room lets those who may do about a person, shown on the person's page.</summary>
/// <param name="Text">The key of what it is called.</param>
/// <param name="Path">What comes after the person's own address.</param>
internal sealed record PersonLink(string Text, string Path, Permission Needs);
