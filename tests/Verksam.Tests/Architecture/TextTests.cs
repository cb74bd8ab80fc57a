using Shouldly;
using Verksam.Kernel.Text;
using Xunit;

namespace Verksam.Tests.Architecture;

public sealed class TextTests
{
    private static readonly Dictionary<string, string> Swedish = Keys.Of("");
    private static readonly Dictionary<string, string> English = Keys.Of(".en");

    [Fact]
    public void Both_languages_have_the_same_keys()
    {
        Swedish.ShouldNotBeEmpty();
        Swedish.Keys.Except(English.Keys, StringComparer.Ordinal).ShouldBeEmpty("English lacks");
        English.Keys.Except(Swedish.Keys, StringComparer.Ordinal).ShouldBeEmpty("Swedish lacks");
    }

    [Fact]
    public void Both_languages_put_in_the_same_facts() =>
        Shared().Where(key => !Keys.Places(Swedish[key]).SequenceEqual(Keys.Places(English[key]))).ShouldBeEmpty();

    [Fact]
    public void Both_languages_have_as_many_forms() =>
        Shared().Where(key => Swedish[key].Count(c => c == '|') != English[key].Count(c => c == '|')).ShouldBeEmpty();

    [Fact]
    public void Of_one_the_number_is_written_out_for_it_is_en_or_ett_as_its_word_wants() =>
        Swedish.Concat(English).Where(t => t.Value.Split('|') is [var one, _] && Keys.Places(one).Contains("{0}", StringComparer.Ordinal)).Select(t => t.Key).ShouldBeEmpty();

    [Fact]
    public void No_text_is_empty() => Swedish.Concat(English).Where(t => string.IsNullOrWhiteSpace(t.Value)).Select(t => t.Key).ShouldBeEmpty();

    [Fact]
    public void Every_key_that_is_used_has_a_text()
    {
        var used = Keys.Used();

        used.Count.ShouldBeGreaterThan(100);
        used.Where(k => !Swedish.ContainsKey(k.Key)).Select(k => $"{k.Value}: {k.Key}").ShouldBeEmpty();
    }

    [Fact]
    public void Every_text_is_used() => Swedish.Keys.Except(Keys.Used().Keys, StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void Every_key_that_is_put_together_tells_its_ends()
    {
        Keys.Untold().ShouldBeEmpty();
        Keys.Stale().ShouldBeEmpty();
    }

    [Fact]
    public void A_text_is_in_its_own_rooms_file() =>
        Source.Files("src/Verksam", ".restext").SelectMany(file => Source.Text(file).Split('\n')
                .Where(l => l.Contains('=', StringComparison.Ordinal) && !l.StartsWith('#') && !l.StartsWith(file.Split('/')[^2] + ".", StringComparison.Ordinal))
                .Select(l => $"{file}: {l}"))
            .ShouldBeEmpty();

    [Fact]
    public void Numbers_up_to_twelve_have_words() => new[] { Swedish, English }.Select(t => t["Ui.Numbers"].Split(' ').Length).ShouldBe([13, 13]);

    [Fact]
    public void What_stands_in_brackets_is_a_word_of_the_house() =>
        Swedish.Concat(English).SelectMany(t => System.Text.RegularExpressions.Regex.Matches(t.Value, @"\[([^\]]*)\]?", default, TimeSpan.FromSeconds(1)).Select(m => (t.Key, Token: m.Groups[1].Value)))
            .Where(t => HouseWords.Token(t.Token) is null).ShouldBeEmpty();

    [Fact]
    public void Every_word_of_the_house_has_all_its_forms() =>
        Swedish.Concat(English).Where(t => t.Key.StartsWith("Ui.Words.", StringComparison.Ordinal) && t.Value.Split(';').Count(f => f.Length > 0) != HouseWords.Forms).Select(t => t.Key).ShouldBeEmpty();

    private static IEnumerable<string> Shared() => Swedish.Keys.Intersect(English.Keys, StringComparer.Ordinal);
}
