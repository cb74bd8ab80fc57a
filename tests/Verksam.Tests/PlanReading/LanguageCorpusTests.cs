using System.Runtime.CompilerServices;
using Xunit;

namespace Verksam.Tests.PlanReading;

/// <summary>Invented plans in other languages; one in each was kept out while the rules were written.</summary>
public sealed class LanguageCorpusTests
{
    [Theory]
    [InlineData("nb", "naturvern")]
    [InlineData("da", "lejere")]
    [InlineData("en", "aid")]
    public void Plans_in_another_language_are_read_well(string language, string heldOut) =>
        Sum(language, name => name != heldOut).ShouldBeAtLeast(f1: 0.90, chapter: 0.95, fields: 0.80);

    [Theory]
    [InlineData("nb", "naturvern")]
    [InlineData("da", "lejere")]
    [InlineData("en", "aid")]
    public void A_plan_that_the_rules_were_not_written_for_is_read_nearly_as_well(string language, string heldOut) =>
        Sum(language, name => name == heldOut).ShouldBeAtLeast(f1: 0.80, chapter: 0.80, fields: 0.80);

    private static Score Sum(string language, Func<string, bool> which, [CallerFilePath] string file = "") =>
        Directory.GetFiles(Path.Combine(Path.GetDirectoryName(file)!, "Plans", language), "*.txt")
            .Where(f => which(Path.GetFileNameWithoutExtension(f))).Aggregate(new Score(), (score, f) => score.Add(f));
}
