namespace Verksam.Features.People.Listing;

/// <summary>In which order a list of people is shown. The names are what addresses say: never rename.</summary>
internal enum ListOrder
{
    Namn,

    /// <summary>Those who joined last first; then those who are nothing, and at the end those who have left.</summary>
    Senast,

    Ort,
}
