using Verksam.Formats.Tables.Columns;

namespace Verksam.Features.People.Import.Reading;

/// <summary>What a column may be brought in as, in the order in which one chooses.</summary>
internal static class ImportFields
{
    public static readonly IReadOnlyList<ColumnField> Offered =
    [
        ColumnField.Ignore, ColumnField.GivenName, ColumnField.FamilyName, ColumnField.FullName, ColumnField.NationalId, ColumnField.BirthDate, ColumnField.BirthYear,
        ColumnField.Email, ColumnField.Mobile, ColumnField.Phone, ColumnField.CareOf, ColumnField.Street, ColumnField.PostalCode, ColumnField.Town,
        ColumnField.Unit, ColumnField.Municipality, ColumnField.Relation, ColumnField.JoinedOn, ColumnField.LeftOn, ColumnField.PaidUntil, ColumnField.PaidOn, ColumnField.Language,
        ColumnField.MemberNumber, ColumnField.Tags, ColumnField.Note, ColumnField.Protected,
    ];
}
