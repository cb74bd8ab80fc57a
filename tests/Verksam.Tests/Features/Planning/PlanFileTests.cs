using System.Runtime.CompilerServices;
using Shouldly;
using Verksam.Features.Planning.Import;
using Verksam.PlanReading;
using Xunit;

namespace Verksam.Tests.Features.Planning;

/// <summary>The same plan gives the same commitments, whatever it is saved as.</summary>
public sealed class PlanFileTests
{
    [Theory]
    [InlineData("Plan.odt")]
    [InlineData("Plan.html")]
    [InlineData("Plan.pdf")]
    public async Task A_plan_saved_in_another_format_has_the_commitments_of_the_Word_file(string name)
    {
        var word = Commitments(await Read(SavedPlan.Bytes("Plan.docx")));

        Commitments(await Read(SavedPlan.Bytes(name))).ShouldBe(word);
        word.Count.ShouldBe(22);
    }

    [Theory]
    [InlineData("Plan.docx")]
    [InlineData("Plan.odt")]
    [InlineData("Plan.html")]
    [InlineData("Plan.pdf")]
    public async Task Head_and_foot_of_the_page_are_not_the_plan(string name) =>
        (await Read(SavedPlan.Bytes(name))).Document.Text.ShouldSatisfyAllConditions(
            text => text.ShouldNotContain("Sida"),
            text => text.Split('\n').Count(line => line == "Verksamhetsplan 2026").ShouldBe(1));

    [Theory]
    [InlineData("jamtland-2022.odt")]
    [InlineData("jamtland-2022.pdf")]
    public async Task The_sample_plan_is_the_same_as_its_Word_file(string name)
    {
        if (Shared("jamtland-2022.docx") is not { } word || Shared(name) is not { } other) return;
        Commitments(await Read(await File.ReadAllBytesAsync(other, TestContext.Current.CancellationToken)))
            .ShouldBe(Commitments(await Read(await File.ReadAllBytesAsync(word, TestContext.Current.CancellationToken))));
    }

    private static async Task<PlanAsRead> Read(byte[] file) =>
        await PlanFile.Read(new MemoryStream(file), null, TestContext.Current.CancellationToken);

    private static List<(string?, string, string, string?, string?)> Commitments(PlanAsRead plan) =>
        [.. plan.Commitments.Select(c => (c.Chapter, c.Text, $"{c.Kind} {c.Modality} {c.Measure}", c.Responsible, c.Due?.ToString()))];

    private static string? Shared(string name, [CallerFilePath] string here = "")
    {
        var file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../../shared/plans", name));
        return File.Exists(file) ? file : null;
    }
}
