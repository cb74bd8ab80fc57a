using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Review;
using Verksam.PlanReading;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class ReadingFormTests
{
    private static readonly Interpretation Four = new()
    {
        Kind = CommitmentKind.Activity,
        Modality = Modality.Must,
        Responsible = "Styrelsen",
        MeasureDirection = MeasureDirection.AtLeast,
        MeasureValue = 4,
        MeasureWhat = "möten",
        MeasurePer = "termin",
        DueWords = "senast 1 maj",
        DueTo = new(2026, 5, 1),
    };

    [Theory]
    [InlineData("Styrelsen ska hålla minst fyra möten per termin.")]
    [InlineData("Vi bör bli fler medlemmar.")]
    [InlineData("Alla nya medlemmar ska få ett brev senast den 1 maj.")]
    [InlineData("Antalet insändare ska öka med 10 procent.")]
    [InlineData("Kören ska sjunga på äldreboendet varje månad.")]
    [InlineData("Medlemmarna uppmanas att cykla till mötena.")]
    [InlineData("Under våren ska 3,5 mil stig märkas.")]
    public void To_open_the_form_and_press_leaves_everything_as_it_was(string text)
    {
        var reading = InMemory.Read(text).All.ShouldHaveSingleItem().Reading;

        Press(reading, _ => { }).ShouldBe(reading);
    }

    [Fact]
    public void The_same_goes_for_any_reading() =>
        Prop.ForAll(Readings().ToArbitrary(), reading => Press(reading, _ => { }) == reading).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Theory]
    [InlineData("senast 15 juni", "2026-01-01", "2026-06-15")]
    [InlineData("14 september", "2026-09-14", "2026-09-14")]
    [InlineData("i maj", "2026-05-01", "2026-05-31")]
    [InlineData("när isen har lagt sig", null, null)]
    public void Words_about_when_are_read_as_days(string words, string? from, string? to)
    {
        var reading = Press(Four, form => form.Due = words);

        (reading.DueWords, reading.DueFrom?.ToString("O", CultureInfo.InvariantCulture), reading.DueTo?.ToString("O", CultureInfo.InvariantCulture)).ShouldBe((words, from, to));
        reading.ShouldBe(Four with { DueWords = words, DueFrom = reading.DueFrom, DueTo = reading.DueTo, DueEvery = reading.DueEvery });
    }

    [Fact]
    public void To_empty_the_words_about_when_takes_away_the_days() =>
        Press(Four with { DueFrom = new(2026, 4, 1), DueEvery = "varje vecka" }, form => form.Due = " ").ShouldBe(Four with { DueWords = null, DueTo = null });

    [Fact]
    public void To_say_that_nothing_is_measured_takes_away_all_of_the_measure() =>
        Press(Four, form => form.Measure = "").ShouldBe(Four with { MeasureDirection = null, MeasureValue = null, MeasureWhat = null, MeasurePer = null });

    [Fact]
    public void Every_one_of_them_has_no_number() =>
        Press(Four, form => form.Measure = "All").ShouldBe(Four with { MeasureDirection = MeasureDirection.Exactly, MeasureValue = null });

    [Theory]
    [InlineData("AtLeast", null)]
    [InlineData("Exactly", null)]
    [InlineData("Ungefär", 4)]
    public void A_measure_that_asks_for_a_number_must_have_one(string measure, int? value)
    {
        var form = ReadingForm.Of(Four);
        (form.Measure, form.Value) = (measure, value);

        form.Read(Four, 2026, out _).ShouldBe(PlanningRefusals.BadMeasure);
    }

    [Fact]
    public void What_shall_grow_needs_no_number() =>
        Press(Four, form => (form.Measure, form.Value) = ("Increase", null)).ShouldBe(Four with { MeasureDirection = MeasureDirection.Increase, MeasureValue = null });

    [Fact]
    public void An_emptied_field_is_nobody_and_not_an_empty_name() => Press(Four, form => form.Responsible = "  ").Responsible.ShouldBeNull();

    private static Interpretation Press(Interpretation was, Action<ReadingForm> change)
    {
        var form = ReadingForm.Of(was);
        change(form);
        form.Read(was, 2026, out var reading).ShouldBeNull();
        return reading;
    }

    // a reader's own: a value where the direction asks for it, and no measure without a direction
    private static Gen<Interpretation> Readings() =>
        from kind in Gen.Elements(Enum.GetValues<CommitmentKind>())
        from modality in Gen.Elements(Enum.GetValues<Modality>())
        from who in Gen.Elements<string?>(null, "Styrelsen", "Kören")
        from direction in Gen.Elements<MeasureDirection?>(null, MeasureDirection.AtLeast, MeasureDirection.Exactly, MeasureDirection.Increase, MeasureDirection.Decrease)
        from value in Gen.Elements<decimal?>(null, 0, 0.5m, 4, 12_000)
        from what in Gen.Elements<string?>(null, "möten")
        from due in Gen.Elements<(string?, DateOnly?, DateOnly?, string?)>((null, null, null, null), ("i tid", null, null, null), ("varje vecka", new(2026, 1, 1), new(2026, 12, 31), "varje vecka"))
        let number = direction is MeasureDirection.AtLeast ? value ?? 1 : value
        select new Interpretation
        {
            Kind = kind,
            Modality = modality,
            Responsible = who,
            MeasureDirection = direction,
            MeasureValue = direction is null ? null : number,
            MeasureWhat = direction is null ? null : what,
            DueWords = due.Item1,
            DueFrom = due.Item2,
            DueTo = due.Item3,
            DueEvery = due.Item4,
        };
}
