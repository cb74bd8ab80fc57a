using Shouldly;
using Verksam.Formats.Tables.Columns;
using Xunit;

namespace Verksam.Tests.Formats.Tables.Columns;

public sealed class ColumnGuesserTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("Enamn", ColumnField.FamilyName)]
    [InlineData("Fnamn", ColumnField.GivenName)]
    [InlineData("PNR", ColumnField.NationalId)]
    [InlineData("Tel1", ColumnField.Phone)]
    [InlineData("Telefon 3", ColumnField.Phone)]
    [InlineData("Phone 3", ColumnField.Phone)]
    [InlineData("Bet t.o.m.", ColumnField.PaidUntil)]
    [InlineData("Kat", ColumnField.Relation)]
    [InlineData("Org", ColumnField.Unit)]
    [InlineData("Fackf.", ColumnField.Unit)]
    [InlineData("c/o", ColumnField.CareOf)]
    [InlineData("E-post", ColumnField.Email)]
    [InlineData("Kön", ColumnField.Ignore)]
    [InlineData("First name", ColumnField.GivenName)]
    [InlineData("Etternavn", ColumnField.FamilyName)]
    [InlineData("Kommunkod", ColumnField.Municipality)]
    [InlineData("Skyddad identitet", ColumnField.Protected)]
    public void A_heading_that_is_a_word_for_it_says_it(string heading, ColumnField field)
    {
        var guess = Guess([heading])[0];
        (guess.Field, guess.Reason, guess.Argument).ShouldBe((field, ColumnReasons.SameHeading, heading));
    }

    [Theory]
    [InlineData("Medlemmens efternamn", ColumnField.FamilyName, "efternamn")]
    [InlineData("Eftrnamn", ColumnField.FamilyName, "efternamn")]
    [InlineData("Inträdesd.", ColumnField.JoinedOn, "inträde")]
    public void A_heading_that_is_like_a_word_says_which(string heading, ColumnField field, string word)
    {
        var guess = Guess([heading])[0];
        (guess.Field, guess.Reason, guess.Argument).ShouldBe((field, ColumnReasons.LikeHeading, word));
    }

    [Fact]
    public void Contents_tell_without_a_heading()
    {
        var guesses = Guess(["", "", "", "", "", ""],
            ["640823-3234", "asa@example.org", "070-174 06 05", "2303", "831 31", "1964-08-23"],
            ["19640823-3234", "bo@example.org", "070-174 06 06", "2305", "831 32", "1970-01-01"]);
        guesses.Select(g => g.Field).ShouldBe([ColumnField.NationalId, ColumnField.Email, ColumnField.Mobile, ColumnField.Municipality, ColumnField.PostalCode, ColumnField.BirthDate]);
        guesses.Select(g => $"{g.Reason} {g.Argument}").ShouldBe(["national-ids 100", "emails 100", "mobile-numbers 100", "municipality-codes 2", "postal-codes 100", "dates 100"]);
    }

    [Fact]
    public void Contents_outweigh_a_heading_that_says_otherwise() =>
        Guess(["Telefon"], ["asa@example.org"], ["bo@example.org"])[0].ShouldSatisfyAllConditions(g => g.Field.ShouldBe(ColumnField.Email), g => g.Reason.ShouldBe(ColumnReasons.Emails));

    [Fact]
    public void Two_columns_are_not_the_same_thing_unless_one_may_have_several()
    {
        var guesses = Guess(["Efternamn", "Efternamn 2", "E-post", "E-post 2", "Tel1", "Tel2"]);
        guesses.Select(g => g.Field).ShouldBe([ColumnField.FamilyName, ColumnField.Ignore, ColumnField.Email, ColumnField.Email, ColumnField.Phone, ColumnField.Phone]);
        (guesses[1].Reason, guesses[1].Argument).ShouldBe((ColumnReasons.Taken, "0"));
    }

    [Fact]
    public void What_nobody_knows_is_left_alone() => Guess(["Xyzzy"], ["blå"], ["röd"])[0].ShouldBe(new ColumnGuess(0, ColumnField.Ignore, 0, ColumnReasons.Nothing));

    [Fact]
    public void Heading_and_contents_together_are_surer_than_either() =>
        Guess(["E-post"], ["asa@example.org"])[0].Confidence.ShouldBeGreaterThan(Guess(["E-post"])[0].Confidence);

    [Theory]
    [InlineData("Telefon;Telefon 2;Tel 3")] // what was taken out before is brought in still
    [InlineData("Phone;Telephone;Phone number")]
    public void All_headings_that_lists_have_been_taken_out_with_are_understood(string headings) =>
        Guess(headings.Split(';')).ShouldAllBe(g => g.Field == ColumnField.Phone);

    private static IReadOnlyList<ColumnGuess> Guess(string[] headings, params IReadOnlyList<string>[] rows) => ColumnGuesser.Guess(headings, rows, Today);
}
