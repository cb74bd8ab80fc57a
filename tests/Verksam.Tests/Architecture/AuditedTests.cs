using Shouldly;
using Verksam.Features.Auditing;
using Xunit;

namespace Verksam.Tests.Architecture;

/// <summary>The log can be read: everything that leaves rows in it has words.</summary>
public sealed class AuditedTests
{
    private static readonly Dictionary<string, string> Swedish = Keys.Of("");

    [Fact]
    public void Every_audited_thing_has_words_and_a_part_of_the_house()
    {
        Audited.Names.Count().ShouldBeGreaterThan(8);
        Audited.Names.Where(name => !Swedish.ContainsKey($"Auditing.What.{name}") || !Rooms.All.Values.Any(r => r.Contains(name))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_audited_property_has_words_or_is_technical()
    {
        Audited.Properties.Count().ShouldBeGreaterThan(40);
        Audited.Properties.Where(name => !Swedish.ContainsKey($"Auditing.Field.{name}") && !LogWords.Technical.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void No_technical_property_is_one_that_nobody_has() => LogWords.Technical.Except(Audited.Properties).ShouldBeEmpty();

    [Fact]
    public void No_audited_property_is_a_secret() =>
        Audited.Properties.Where(name => new[] { "Password", "Token", "Secret", "Stamp", "Hash" }.Any(word => name.Contains(word, StringComparison.Ordinal))).ShouldBeEmpty();
}
