namespace Verksam.Formats.Tables.Columns;

/// <summary>What a column of a register may hold.</summary>
public enum ColumnField
{
    /// <summary>Nothing that is brought in; gender too.</summary>
    Ignore,

    /// <summary>Given names.</summary>
    GivenName,

    /// <summary>Family name.</summary>
    FamilyName,

    /// <summary>Both in one cell.</summary>
    FullName,

    /// <summary>Personnummer or samordningsnummer.</summary>
    NationalId,

    /// <summary>Day of birth.</summary>
    BirthDate,

    /// <summary>Year of birth.</summary>
    BirthYear,

    /// <summary>E-mail addresses.</summary>
    Email,

    /// <summary>A phone, of any kind.</summary>
    Phone,

    /// <summary>A mobile phone.</summary>
    Mobile,

    /// <summary>Street and number, or a box.</summary>
    Street,

    /// <summary>With whom one lives.</summary>
    CareOf,

    /// <summary>Postal code.</summary>
    PostalCode,

    /// <summary>Postal town.</summary>
    Town,

    /// <summary>Municipality, by code or by name.</summary>
    Municipality,

    /// <summary>The association or group one belongs to.</summary>
    Unit,

    /// <summary>Member, supporter and the like.</summary>
    Relation,

    /// <summary>Member since.</summary>
    JoinedOn,

    /// <summary>Left on.</summary>
    LeftOn,

    /// <summary>The fee is paid until.</summary>
    PaidUntil,

    /// <summary>The fee was paid on.</summary>
    PaidOn,

    /// <summary>Language.</summary>
    Language,

    /// <summary>The number one has as a member.</summary>
    MemberNumber,

    /// <summary>The key of another program.</summary>
    ExternalId,

    /// <summary>A note.</summary>
    Note,

    /// <summary>Labels.</summary>
    Tags,

    /// <summary>Protected identity.</summary>
    Protected,
}
