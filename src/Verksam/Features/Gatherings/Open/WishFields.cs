using Verksam.Features.Gatherings.Coming;

namespace Verksam.Features.Gatherings.Open;

/// <summary>How a guest wants to come, as the form has it.</summary>
internal sealed record WishFields(Gathering Gathering, int Companions, bool Online, string? Needs, Questioning Asked);
