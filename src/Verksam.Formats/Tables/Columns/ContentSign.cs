namespace Verksam.Formats.Tables.Columns;

/// <summary>What the contents of a column say that it is.</summary>
/// <param name="Field">What it most likely is.</param>
/// <param name="Strength">0 to 1: how sure the contents alone make it.</param>
/// <param name="Reason">A constant of <see cref="ColumnReasons"/>.</param>
/// <param name="Argument">What the reason says.</param>
internal sealed record ContentSign(ColumnField Field, double Strength, string Reason, string Argument)
{
    /// <summary>Whether a column with such contents may be a field that its heading speaks of.</summary>
    public bool Allows(ColumnField field) => field is ColumnField.Note or ColumnField.Ignore || Reason switch
    {
        ColumnReasons.Emails => field is ColumnField.Email,
        ColumnReasons.NationalIds => field is ColumnField.NationalId,
        ColumnReasons.MobileNumbers or ColumnReasons.PhoneNumbers => field is ColumnField.Phone or ColumnField.Mobile,
        ColumnReasons.Dates => field is ColumnField.BirthDate or ColumnField.JoinedOn or ColumnField.LeftOn or ColumnField.PaidOn or ColumnField.PaidUntil,
        ColumnReasons.PostalCodes => field is ColumnField.PostalCode or ColumnField.MemberNumber or ColumnField.ExternalId,
        ColumnReasons.BirthYears or ColumnReasons.MunicipalityCodes => field is ColumnField.BirthYear or ColumnField.Municipality
            or ColumnField.MemberNumber or ColumnField.ExternalId or ColumnField.PaidUntil or ColumnField.PaidOn or ColumnField.JoinedOn or ColumnField.Unit,
        ColumnReasons.Streets => field is ColumnField.Street or ColumnField.CareOf,
        _ => true,
    };
}
