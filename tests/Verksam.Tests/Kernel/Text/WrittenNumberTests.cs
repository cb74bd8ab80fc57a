using System.Globalization;
using Shouldly;
using Verksam.Kernel.Text;
using Xunit;

namespace Verksam.Tests.Kernel.Text;

public sealed class WrittenNumberTests
{
    private static readonly CultureInfo Swedish = CultureInfo.GetCultureInfo("sv-SE"), English = CultureInfo.GetCultureInfo("en-GB");

    [Theory]
    [InlineData("12", "12")]
    [InlineData("1,5", "1.5")]
    [InlineData("12.50", "12.5")]
    [InlineData(" 1 000 ", "1000")]
    [InlineData("1\u00a0500 kr", "1500")]
    [InlineData("250:-", "250")]
    [InlineData("1.234,50", "1234.5")]
    [InlineData("1,234.50", "1234.5")]
    [InlineData("1.234.567,8", "1234567.8")]
    [InlineData("-3", "-3")]
    [InlineData("\u22123,5 kronor", "-3.5")]
    [InlineData("1.500", "1.5")]
    [InlineData("0,125", "0.125")]
    public void A_number_is_read_as_it_is_written(string written, string number) => WrittenNumber.In(written).ShouldBe(decimal.Parse(number, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("kr")]
    [InlineData("många")]
    [InlineData("1,2,3")]
    [InlineData("12.34,5")]
    [InlineData("1.2345,5")]
    [InlineData("1e3")]
    [InlineData("10-20")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_no_number_is_not_taken_for_one(string written)
    {
        WrittenNumber.In(written).ShouldBeNull();
        WrittenNumber.InForm(written, Swedish).ShouldBeNull();
    }

    [Fact]
    public void A_Swede_writes_decimals_with_either_sign_and_thousands_with_a_point_are_asked_about()
    {
        WrittenNumber.InForm("12,50", Swedish).ShouldBe(12.5m);
        WrittenNumber.InForm("12.50", Swedish).ShouldBe(12.5m);
        WrittenNumber.InForm("2,125", Swedish).ShouldBe(2.125m);
        WrittenNumber.InForm("0.125", Swedish).ShouldBe(0.125m);
        WrittenNumber.InForm("1.234,50", Swedish).ShouldBe(1234.5m);
        WrittenNumber.InForm("1.500", Swedish).ShouldBeNull();
        WrittenNumber.InForm("-1.500", Swedish).ShouldBeNull();
    }

    [Fact]
    public void In_English_a_comma_before_three_digits_stands_between_thousands_and_else_before_decimals()
    {
        WrittenNumber.InForm("1,500", English).ShouldBe(1500m);
        WrittenNumber.InForm("1,500,000", English).ShouldBe(1500000m);
        WrittenNumber.InForm("12,50", English).ShouldBe(12.5m);
        WrittenNumber.InForm("12.50", English).ShouldBe(12.5m);
        WrittenNumber.InForm("1.500", English).ShouldBe(1.5m);
    }
}
