using Verksam.Kernel;

namespace Verksam.Features.People.Listing;

/// <summary>
/// A socket: something to do with people who are chosen in a list, registered as <c>AddSingleton(new BulkAct(…))</c>. The list keeps the choice
/// (<see cref="Chosen"/>) and leads to <paramref name="Url"/> with <c>?val=</c> its id; that page takes it as <c>[BindProperty(Name = "val")]
/// Guid?</c>, reads it with <see cref="ChosenPeople"/>, shows what is about to happen, does it when its form is sent, and goes back to the list that one came
/// from (<see cref="CameFrom"/>).
/// </summary>
/// <param name="Key">What the pressed button says: "tagga". One act has one.</param>
/// <param name="Text">The key of the words on the button: "Bjud in".</param>
/// <param name="Url">A page, without the choice: "/manniskor/bjud-in".</param>
internal sealed record BulkAct(string Key, string Text, Permission Needs, string Url, int Order);
