namespace Verksam.Features.People.Listing;

/// <summary>In which order a list of people is shown. The names are what addresses say: never rename.</summary>
internal enum ListOrder
{
    Namn,

    /// <summary>Those who joined last first; at the end those who are nothing.</summary>
    Senast,

    Ort,
}
