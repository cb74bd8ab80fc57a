using Shouldly;
using Verksam.Formats.Tables.Cells;
using Xunit;

namespace Verksam.Tests.Formats.Tables.Cells;

public sealed class ContactTests
{
    [Theory]
    [InlineData("070-174 06 11", "+46701740611", "070-174 06 11")]
    [InlineData("0701740611", "+46701740611", "070-174 06 11")]
    [InlineData("+46 (0)70-174 06 11", "+46701740611", "070-174 06 11")]
    [InlineData("0046 70 174 06 11", "+46701740611", "070-174 06 11")]
    [InlineData("tel:+46701740611", "+46701740611", "070-174 06 11")]
    [InlineData("(0644) 105 80", "+4664410580", "0644-105 80")]
    [InlineData("0644/10 58 00", "+46644105800", "0644-10 58 00")]
    [InlineData("08-465 004 00", "+46846500400", "08-465 004 00")]
    [InlineData("08-46 50 04", "+468465004", "08-46 50 04")]
    [InlineData("0980-319200", "+46980319200", "0980-31 92 00")]
    [InlineData("031-390 06 00", "+46313900600", "031-390 06 00")]
    [InlineData("+47 22 12 34 56", "+4722123456", "+4722123456")]
    [InlineData("0045 12345678", "+4512345678", "+4512345678")]
    public void A_number_is_the_same_however_it_is_written(string text, string e164, string display)
    {
        var read = PhoneText.Read(text);
        (read.Wrong, read.Value?.E164, read.Value?.Display).ShouldBe((null, e164, display));
        read.Value!.IsMobile.ShouldBe(e164.StartsWith("+4670", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", CellWrongs.Empty)]
    [InlineData("fråga Bo", CellWrongs.Letters)]
    [InlineData("070-174 06 XX", CellWrongs.Letters)]
    [InlineData("070-174 06", CellWrongs.TooShort)]
    [InlineData("0644-10", CellWrongs.TooShort)]
    [InlineData("070-174 06 111", CellWrongs.TooLong)]
    [InlineData("0639999-105 80 12", CellWrongs.TooLong)]
    [InlineData("0641-105 80", CellWrongs.AreaCode)]
    [InlineData("105 80", CellWrongs.TooShort)]
    [InlineData("1741 0611", CellWrongs.AreaCode)]
    [InlineData("+4712", CellWrongs.TooShort)]
    [InlineData("+471234567890123456", CellWrongs.TooLong)]
    [InlineData("070+174", CellWrongs.Letters)]
    public void What_is_no_number_is_told(string text, string wrong) => (PhoneText.Read(text).Wrong ?? "").ShouldBe(wrong);

    [Fact]
    public void A_number_that_lost_its_zero_gets_it_back()
    {
        PhoneText.Read("701740611", wasNumber: true).Value.E164.ShouldBe("+46701740611");
        PhoneText.Read("46701740611", wasNumber: true).Value.E164.ShouldBe("+46701740611");
    }

    [Fact]
    public void There_are_264_areas_and_290_municipalities()
    {
        AreaCodes.Count.ShouldBe(264);
        MunicipalityCodes.Count.ShouldBe(290);
        MunicipalityCodes.Has("2380").ShouldBeTrue();
        MunicipalityCodes.Has("180").ShouldBeTrue();
        MunicipalityCodes.Has("9999").ShouldBeFalse();
    }

    [Theory]
    [InlineData(" asa@example.org ", "asa@example.org")]
    [InlineData("Åsa Berg <asa@Example.ORG>", "asa@example.org")]
    [InlineData("mailto:asa@example.org", "asa@example.org")]
    [InlineData("Åsa Berg asa@example.org", "asa@example.org")]
    [InlineData("asa@räksmörgås.example", "asa@räksmörgås.example")]
    [InlineData("a@example.org; b@example.org,c@example.org / d@example.org e@example.org", "a@example.org b@example.org c@example.org d@example.org e@example.org")]
    [InlineData("Åsa <a@example.org>, Bo <b@example.org>", "a@example.org b@example.org")]
    [InlineData("", "")]
    [InlineData("saknas", "at")]
    [InlineData("asa(at)example.org", "at")]
    [InlineData("asa@@example.org", "at")]
    [InlineData("asa@example.org; b.example.org", "asa@example.org at")]
    [InlineData("@example.org", "mailbox")]
    [InlineData("å@example.org", "mailbox")]
    [InlineData("a..b@example.org", "mailbox")]
    [InlineData("asa@example", "domain")]
    [InlineData("asa@", "domain")]
    [InlineData("asa@ex_ample.org", "domain")]
    [InlineData("asa@-x.org", "domain")]
    [InlineData("asa@127.0.0.1", "domain")]
    public void Addresses_are_found_in_a_cell(string text, string found) =>
        string.Join(' ', EmailText.Read(text).Select(a => a.Wrong ?? a.Value)).ShouldBe(found);

    [Theory]
    [InlineData("831 31", "831 31")]
    [InlineData("83131", "831 31")]
    [InlineData("SE-831 31", "831 31")]
    [InlineData("s-83131", "831 31")]
    [InlineData("8313", CellWrongs.TooShort)]
    [InlineData("831311", CellWrongs.TooLong)]
    [InlineData("01234", CellWrongs.PostalCode)]
    [InlineData("SW1A 1AA", CellWrongs.Letters)]
    [InlineData("", CellWrongs.Empty)]
    public void A_postal_code_has_a_space_after_the_third(string text, string code) => (PostalCodeText.Read(text) is { IsRead: true } read ? read.Value : PostalCodeText.Read(text).Wrong).ShouldBe(code);

    [Theory]
    [InlineData("Ja", "True")]
    [InlineData("x", "True")]
    [InlineData("SANT", "True")]
    [InlineData("no", "False")]
    [InlineData("Nej", "False")]
    [InlineData("0", "False")]
    [InlineData("kanske", CellWrongs.NeitherYesNorNo)]
    public void Yes_is_yes_and_no_is_no(string text, string means) => (YesNo.Read(text) is { IsRead: true } read ? read.Value.ToString() : YesNo.Read(text).Wrong).ShouldBe(means);
}
