using System.Globalization;
using Shouldly;
using Verksam.Formats.Tables.Cells;
using Xunit;

namespace Verksam.Tests.Formats.Tables.Cells;

/// <summary>Birth numbers 980–999 are nobody's; the first is Skatteverket's own example (SKV 704).</summary>
public sealed class NationalIdTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("640823-3234", "1964-08-23")]
    [InlineData("6408233234", "1964-08-23")]
    [InlineData("19640823-3234", "1964-08-23")]
    [InlineData("196408233234", "1964-08-23")]
    [InlineData(" 640823 - 3234 ", "1964-08-23")]
    [InlineData("640823–3234", "1964-08-23")]
    [InlineData("701063-2391", "1970-10-03")]
    [InlineData("19880412-••••", "1988-04-12")]
    [InlineData("19880412-****", "1988-04-12")]
    [InlineData("19880412-XXXX", "1988-04-12")]
    [InlineData("19880412XXXX", "1988-04-12")]
    public void A_number_tells_the_day_of_birth(string text, string born)
    {
        var read = NationalId.Read(text, Today);
        read.Wrong.ShouldBeNull();
        read.Value.Born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).ShouldBe(born);
        read.Value.IsCoordination.ShouldBe(text.StartsWith("701063", StringComparison.Ordinal));
        read.Value.IsMasked.ShouldBe(text.StartsWith("19880412", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", CellWrongs.Empty)]
    [InlineData("640823-323", CellWrongs.TooShort)]
    [InlineData("6408", CellWrongs.TooShort)]
    [InlineData("19640823-", CellWrongs.TooShort)]
    [InlineData("1964082332345", CellWrongs.TooLong)]
    [InlineData("640823-3235", CellWrongs.CheckDigit)]
    [InlineData("19880231-9807", CellWrongs.NoSuchDay)]
    [InlineData("880012-9807", CellWrongs.NoSuchDay)]
    [InlineData("19881399-9807", CellWrongs.NoSuchDay)]
    [InlineData("20270101-****", CellWrongs.NotYet)]
    [InlineData("556036-0793", CellWrongs.Organisation)]
    [InlineData("64O823-3234", CellWrongs.Letters)]
    [InlineData("640823-32A4", CellWrongs.Letters)]
    public void What_is_wrong_is_told(string text, string wrong) => NationalId.Read(text, Today).Wrong.ShouldBe(wrong);

    [Theory]
    [InlineData("261122-****", 2026)]
    [InlineData("261124-****", 1926)]
    [InlineData("271122-****", 1927)]
    [InlineData("261122+****", 1926)]
    [InlineData("270101+****", 1827)]
    [InlineData("000101-****", 2000)]
    [InlineData("120101+****", 1912)]
    public void The_century_follows_from_the_mark_and_from_today(string text, int year) => NationalId.Read(text, Today).Value.Born.Year.ShouldBe(year);

    [Fact]
    public void A_number_that_lost_its_zero_gets_it_back()
    {
        NationalId.Read("101019800", Today).Wrong.ShouldBe(CellWrongs.TooShort);
        NationalId.Read("101019800", Today, wasNumber: true).Value.Born.ShouldBe(new DateOnly(2001, 1, 1));
    }
}
