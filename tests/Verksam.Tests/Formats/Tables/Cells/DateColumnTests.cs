using System.Globalization;
using Shouldly;
using Verksam.Formats.Tables;
using Verksam.Formats.Tables.Cells;
using Xunit;

namespace Verksam.Tests.Formats.Tables.Cells;

public sealed class DateColumnTests
{
    private const int Newest = 2030;

    [Theory]
    [InlineData("2022-05-31")]
    [InlineData("2022-05-31 14:30")]
    [InlineData("2022-05-31T00:00:00Z")]
    [InlineData("2022/5/31")]
    [InlineData("20220531")]
    [InlineData("220531")]
    [InlineData("31/5 2022")]
    [InlineData("31/5-22")]
    [InlineData("31/5/2022")]
    [InlineData("5/31/2022")]
    [InlineData("31.5.2022")]
    [InlineData("31. 5. 2022")]
    [InlineData("31-05-2022")]
    [InlineData("31 maj 2022")]
    [InlineData("den 31 maj 2022")]
    [InlineData("31 May 2022")]
    [InlineData("31. mai 2022")]
    [InlineData("May 31, 2022")]
    [InlineData("31 MAJ 22")]
    public void Each_form_is_the_same_day(string text) => Read([text], text).ShouldBe("2022-05-31");

    [Theory]
    [InlineData("31 februari 2022", CellWrongs.NoSuchDay)]
    [InlineData("2022-02-30", CellWrongs.NoSuchDay)]
    [InlineData("31/31/2022", CellWrongs.NoSuchDay)]
    [InlineData("okänt", CellWrongs.NotADate)]
    [InlineData("5/6/7", CellWrongs.NotADate)]
    [InlineData("31 mandag 2022", CellWrongs.NotADate)]
    [InlineData(" ", CellWrongs.Empty)]
    public void What_is_no_day_is_told(string text, string wrong) => Read([text], text).ShouldBe(wrong);

    [Fact]
    public void A_doubtful_date_is_judged_by_its_column()
    {
        Read(["05/06/2022", "31/05/2022"], "05/06/2022").ShouldBe("2022-06-05");
        Read(["05/06/2022", "05/31/2022"], "05/06/2022").ShouldBe("2022-05-06");
        // a date in another form proves nothing of these
        Read(["05/06/2022", "2022-05-31", "31 maj 2022"], "05/06/2022").ShouldBe(CellWrongs.Ambiguous);
        Read(["05/06/2022", "31/05/2022", "05/31/2022"], "05/06/2022").ShouldBe(CellWrongs.Ambiguous);
        Read(["05/05/2022"], "05/05/2022").ShouldBe("2022-05-05");
    }

    [Fact]
    public void A_column_that_does_not_tell_says_so_and_takes_a_persons_word()
    {
        var column = Column("05/06/2022", "07/08/2022");
        column.IsAmbiguous.ShouldBeTrue();
        column.Doubtful.ShouldBe(2);

        column.ReadAs(DateOrder.DayFirst);
        column.IsAmbiguous.ShouldBeFalse();
        column.Read("05/06/2022").Value.ShouldBe(new DateOnly(2022, 6, 5));
    }

    [Fact]
    public void Two_digits_first_are_the_year_unless_the_column_says_otherwise()
    {
        Read(["05-06-07"], "05-06-07").ShouldBe("2005-06-07");
        Read(["05-06-07", "24-12-99"], "05-06-07").ShouldBe("2007-06-05");
    }

    [Fact]
    public void Five_digits_are_counted_days_in_a_column_of_them()
    {
        Read(["44712", "44713", "44714"], "44712").ShouldBe("2022-05-31");
        Read(["44712", "2022-05-31", "31/5 2022"], "44712").ShouldBe(CellWrongs.NotADate);
        Read([TableCell.Of(44712)], TableCell.Of(44712)).ShouldBe("2022-05-31");
    }

    [Fact]
    public void Two_digits_are_a_year_that_is_not_after_the_newest()
    {
        new DateColumn([], 2026).Read("270101").Value.Year.ShouldBe(1927);
        new DateColumn([], 2040).Read("270101").Value.Year.ShouldBe(2027);
    }

    private static DateColumn Column(params TableCell[] cells) => new(cells, Newest);

    private static string Read(TableCell[] column, TableCell cell)
    {
        var read = Column(column).Read(cell);
        return read.Wrong ?? read.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
