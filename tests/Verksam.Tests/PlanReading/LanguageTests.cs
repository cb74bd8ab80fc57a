using System.Globalization;
using Shouldly;
using Verksam.PlanReading;
using Xunit;

namespace Verksam.Tests.PlanReading;

/// <summary>Which language a plan is in, and the small words of each.</summary>
public sealed class LanguageTests
{
    private const string Norwegian = "Handlingsplan 2026\n\nArbeidet\n\nStyret er i dag fem medlemmer, og de er valgt av årsmøtet. ";
    private const string Danish = "Handlingsplan 2026\n\nArbejdet\n\nBestyrelsen er i dag fem medlemmer, og de er valgt af generalforsamlingen. ";
    private const string English = "Action plan 2026\n\nThe work\n\nThe board is five of the members, and they are elected by the meeting. ";

    [Theory]
    [InlineData("Styret skal arrangere et møte og lage en plan. Det er ikke lett.", "nb")]
    [InlineData("Laget skal ikkje vere redd, og styret er frå i dag ein del av noko.", "nb")]
    [InlineData("Bestyrelsen skal afholde et møde af medlemmer og lave en plan. Det er ikke let.", "da")]
    [InlineData("The board shall hold a meeting of the members and make a plan.", "en")]
    [InlineData("Styrelsen ska hålla ett möte och göra en plan för året.", "sv")]
    [InlineData("", "sv")]
    [InlineData("1. maj", "sv")]
    public void A_text_shows_its_language(string text, string language) => PlanReader.ReadText(text).Language.ShouldBe(language);

    [Fact]
    public void A_Swedish_plan_that_quotes_English_stays_Swedish()
    {
        var plan = PlanReader.ReadText("""
            Verksamhetsplan 2026

            Klimatet

            Vi ska sprida ropet "the people united will never be defeated" på alla torg och i alla skolor. Styrelsen ska ordna en kurs
            för medlemmarna i maj och det kommer att bli fler.
            """);
        plan.Language.ShouldBe("sv");
        plan.Commitments.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(Norwegian, "Styret skal holde kurs.", Modality.Must)]
    [InlineData(Norwegian, "Styret må holde kurs.", Modality.Must)]
    [InlineData(Norwegian, "Styret bør holde kurs.", Modality.Should)]
    [InlineData(Norwegian, "Medlemmene oppfordres til å holde kurs.", Modality.Encouraged)]
    [InlineData(Norwegian, "Vi tar sikte på å holde kurs.", Modality.Intends)]
    [InlineData(Danish, "Bestyrelsen skal holde kurser.", Modality.Must)]
    [InlineData(Danish, "Bestyrelsen bør holde kurser.", Modality.Should)]
    [InlineData(Danish, "Medlemmerne opfordres til at holde kurser.", Modality.Encouraged)]
    [InlineData(Danish, "Vi planlægger at holde kurser.", Modality.Intends)]
    [InlineData(English, "The board shall hold courses.", Modality.Must)]
    [InlineData(English, "The board must hold courses.", Modality.Must)]
    [InlineData(English, "The board should hold courses.", Modality.Should)]
    [InlineData(English, "Members are encouraged to hold courses.", Modality.Encouraged)]
    [InlineData(English, "The board will hold courses.", Modality.Intends)]
    public void A_modal_tells_how_strongly_a_plan_binds(string before, string sentence, Modality modality) =>
        PlanReader.ReadText(before + sentence).Commitments.ShouldHaveSingleItem().Modality.ShouldBe(modality);

    [Theory]
    [InlineData(Norwegian, "Styret skal ikke holde kurs.")]
    [InlineData(Norwegian, "Kommunen skal bygge en ny hall.")]
    [InlineData(Norwegian, "I fjor arrangerte vi tre kurs.")]
    [InlineData(Norwegian, "Vi mener at alle skal få være med.")]
    [InlineData(Danish, "Bestyrelsen skal ikke holde kurser.")]
    [InlineData(Danish, "Kommunen skal bygge en ny hal.")]
    [InlineData(Danish, "Sidste år afholdt vi tre kurser.")]
    [InlineData(Danish, "Medlemmerne må gerne låne lokalet.")]
    [InlineData(English, "The board shall not hold courses.")]
    [InlineData(English, "The city council should build a new hall.")]
    [InlineData(English, "Last year we organised three courses.")]
    [InlineData(English, "We believe that everyone should take part.")]
    public void What_is_denied_past_or_for_others_is_no_commitment(string before, string sentence) =>
        PlanReader.ReadText(before + sentence).Commitments.ShouldBeEmpty();

    [Theory]
    [InlineData(Norwegian, "Styret skal holde kurs innen 1. mai.", "innen 1. mai", "2026-01-01", "2026-05-01")]
    [InlineData(Norwegian, "Styret skal holde kurs i løpet av høsten.", "i løpet av høsten", "2026-08-01", "2026-12-31")]
    [InlineData(Norwegian, "Styret skal holde kurs hver måned.", "hver måned", null, null)]
    [InlineData(Norwegian, "Styret skal holde kurs i uke 34.", "i uke 34", "2026-08-17", "2026-08-23")]
    [InlineData(Danish, "Bestyrelsen skal holde kurser senest 1. maj.", "senest 1. maj", "2026-01-01", "2026-05-01")]
    [InlineData(Danish, "Bestyrelsen skal holde kurser i efteråret.", "i efteråret", "2026-08-01", "2026-12-31")]
    [InlineData(Danish, "Bestyrelsen skal holde kurser efter valget.", "efter valget", null, null)]
    [InlineData(English, "The board shall hold courses by 1 May.", "by 1 May", "2026-01-01", "2026-05-01")]
    [InlineData(English, "The board shall hold courses on May 12, 2027.", "on May 12, 2027", "2027-05-12", "2027-05-12")]
    [InlineData(English, "The board shall hold courses twice a year.", "twice a year", null, null)]
    [InlineData(English, "The board shall hold courses after the election.", "after the election", null, null)]
    public void Words_of_time_are_kept_and_placed(string before, string sentence, string written, string? from, string? to)
    {
        var due = PlanReader.ReadText(before + sentence).Commitments.ShouldHaveSingleItem().Due.ShouldNotBeNull();
        (due.AsWritten, due.From?.ToString("O", CultureInfo.InvariantCulture), due.To?.ToString("O", CultureInfo.InvariantCulture)).ShouldBe((written, from, to));
    }

    [Theory]
    [InlineData(Norwegian, "Styret skal holde minst to kurs.", MeasureDirection.AtLeast, 2)]
    [InlineData(Norwegian, "Styret skal øke deltakelsen med 20 prosent.", MeasureDirection.Increase, 20)]
    [InlineData(Norwegian, "Styret skal selge 10 000 lodd.", MeasureDirection.Exactly, 10000)]
    [InlineData(Danish, "Bestyrelsen skal holde mindst to kurser.", MeasureDirection.AtLeast, 2)]
    [InlineData(Danish, "Bestyrelsen skal sænke udgifterne med 5 procent.", MeasureDirection.Decrease, 5)]
    [InlineData(English, "The board shall hold at least two courses.", MeasureDirection.AtLeast, 2)]
    [InlineData(English, "The board shall increase turnout by 20 percent.", MeasureDirection.Increase, 20)]
    [InlineData(English, "The board shall sell 10,000 tickets.", MeasureDirection.Exactly, 10000)]
    public void Counts_and_changes_are_measures(string before, string sentence, MeasureDirection direction, int value)
    {
        var measure = PlanReader.ReadText(before + sentence).Commitments.ShouldHaveSingleItem().Measure.ShouldNotBeNull();
        (measure.Direction, measure.Value).ShouldBe((direction, value));
    }

    [Fact]
    public void A_person_can_point_at_a_sentence_of_an_English_plan()
    {
        var document = PlanReader.ReadText(English + "Singing is fun in June.").Document;
        var at = document.Text.IndexOf("Singing", StringComparison.Ordinal);
        PlanReader.Interpret(document, [new TextRange(at, document.Text.Length - at)], 2026).Due.ShouldNotBeNull().AsWritten.ShouldBe("in June");
    }

    [Fact]
    public void A_megabyte_costs_no_more_for_each_sentence_than_a_little_does()
    {
        var (little, much) = (Allocated(100), Allocated(5_000));
        (much / 50).ShouldBeLessThan(little * 2);
    }

    // work counted by what it allocates, which no busy machine changes
    private static long Allocated(int times)
    {
        var text = English + string.Concat(Enumerable.Repeat("\n\nThe board shall hold at least two courses in the autumn, and we will invite every branch to a meeting before the election.", times));
        PlanReader.ReadText(English);
        var before = GC.GetAllocatedBytesForCurrentThread();
        PlanReader.ReadText(text).Commitments.Count.ShouldBe(times);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
