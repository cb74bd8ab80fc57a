using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Verksam.Tests.Architecture;

/// <summary>What must never be written in a page or a file.</summary>
public sealed partial class WrittenTests
{
    private static IReadOnlyList<string> Pages => Source.Files("src/Verksam", ".cshtml");

    private static IReadOnlyList<string> Ours =>
        [.. new[] { "src", "tests", "tools" }.SelectMany(f => Source.Files(f)).Where(f => TextEndings().IsMatch(f) && !f.EndsWith(".lock.json", StringComparison.Ordinal))];

    [Fact]
    public void No_page_has_a_style_of_its_own() => Found(Pages, StyleAttribute()).ShouldBeEmpty();

    [Fact]
    public void No_page_has_script_in_it() => Found(Pages, InlineScript()).ShouldBeEmpty();

    [Fact]
    public void No_tag_has_script_in_it() => Found(Pages, Handler()).ShouldBeEmpty();

    [Fact]
    public void No_address_is_script() => Found(Pages, ScriptAddress()).ShouldBeEmpty();

    [Fact]
    public void Every_form_that_posts_carries_a_token_except_where_no_cookie_speaks_for_anybody()
    {
        var forms = Found(Pages, PostForm());

        forms.ShouldNotBeEmpty();
        // those of AccessTests whose classes ask for none
        forms.Where(f => !f.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal)).Select(f => f.Split(':')[0].Split('/')[^1]).Distinct(StringComparer.Ordinal)
            .ShouldBe(["AnswerPage.cshtml", "InvitationPage.cshtml", "OpenGatheringPage.cshtml", "OpinionPage.cshtml", "ReminderPage.cshtml"], ignoreOrder: true);
    }

    [Fact]
    public void No_file_knows_a_machine() => Found(Ours, MachinePath()).ShouldBeEmpty();

    [Fact]
    public void No_file_has_a_tab() => Ours.Where(f => Source.Text(f).Contains('\t', StringComparison.Ordinal)).ShouldBeEmpty();

    private static List<string> Found(IReadOnlyList<string> files, Regex what)
    {
        files.ShouldNotBeEmpty();
        return [.. files.SelectMany(f => what.Matches(Source.Text(f)).Select(m => $"{f}: {m.Value}"))];
    }

    [GeneratedRegex(@"\.(cs|cshtml|css|js|json|csproj|props|slnx|md|restext|svg|sh)$|/[a-z]+$", RegexOptions.None, 1000)]
    private static partial Regex TextEndings();

    [GeneratedRegex(@"\sstyle\s*=|<style\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex StyleAttribute();

    // what is said to machines that search is no script
    [GeneratedRegex(@"<script(?![^>]*\ssrc=)(?! type=""application/ld\+json"">)[^>]*>", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"<[a-z][^>]*\son[a-z]+\s*=", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Handler();

    [GeneratedRegex(@"(?:href|src|action)\s*=\s*[""']?\s*javascript:", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ScriptAddress();

    [GeneratedRegex(@"<form\b[^>]*method=""post""[^>]*>", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PostForm();

    // written so that this line is not found itself
    [GeneratedRegex(@"(?<![\w.~-])/(?:work|home|root|Users)/[\w.-]|[A-Z]:\\{1,2}Users", RegexOptions.None, 1000)]
    private static partial Regex MachinePath();
}
