using Shouldly;
using Verksam.Features.Planning;
using Verksam.Features.Planning.Carrying;
using Verksam.Kernel.Text;
using Verksam.Kernel.Time;
using Verksam.PlanReading;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Features.Planning;

public sealed class WordingTests
{
    private static readonly Wording Swedish = new(new Texts(), new OurTime(new FakeTime()));

    [Theory]
    [InlineData("Andelen som förnyar ska vara minst 85 procent.", "minst 85 procent", "minst 85 procent")]
    [InlineData("Minst hälften av styckena skall vara nordiska.", "minst 50 procent", "minst 50 procent: hälften av styckena")]
    [InlineData("Vi ska hålla minst fyra konserter.", "minst 4", "minst 4: konserter")]
    public void A_share_is_said_in_percent(string sentence, string measure, string whole)
    {
        var reading = Interpretation.Of(PlanReader.ReadText(sentence, 2026).Commitments.Single());

        Swedish.Measure(reading).ShouldBe(measure);
        Swedish.MeasureOf(reading).ShouldBe(whole);
    }

    [Theory]
    [InlineData(1, "1 försenat")]
    [InlineData(3, "3 försenade")]
    public void A_legend_has_one_form_for_one_and_one_for_many(int count, string said) => Swedish.Tally(Status.Late, count).ShouldBe(said);
}
