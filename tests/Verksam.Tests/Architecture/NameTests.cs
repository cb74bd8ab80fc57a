using Microsoft.AspNetCore.Razor.TagHelpers;
using Shouldly;
using Verksam.Kernel;
using Verksam.PlanReading;
using Xunit;

namespace Verksam.Tests.Architecture;

public sealed class NameTests
{
    private static readonly string[] SaysNothing = ["Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Dto", "Impl", "Base", "Info"];

    // what tools/migrate writes has the names and the shape that EF gives it
    private static IReadOnlyList<Type> House => [.. typeof(AppDb).Assembly.GetTypes().Where(t => !t.Name.Contains('<', StringComparison.Ordinal)
        && t.Namespace?.StartsWith("Verksam.Migrations", StringComparison.Ordinal) is not true)];

    [Fact]
    public void No_name_ends_in_a_word_that_says_nothing() =>
        House.Concat(typeof(PlanReader).Assembly.GetTypes()).Concat(typeof(Verksam.Formats.UnreadableDocument).Assembly.GetTypes())
            .Concat(typeof(Verksam.Formats.Html.HtmlReader).Assembly.GetTypes())
            .Where(t => !typeof(ITagHelper).IsAssignableFrom(t)) // a tag helper is found by its name
            .Where(t => SaysNothing.Any(word => t.Name.Split('`')[0].EndsWith(word, StringComparison.Ordinal)))
            .Select(t => t.FullName).ShouldBeEmpty();

    [Fact]
    public void What_the_frameworks_do_not_need_to_see_is_internal() =>
        House.Where(t => t.IsVisible && !IsFoundByFramework(t)).Select(t => t.FullName).ShouldBeEmpty();

    [Fact]
    public void Tag_helpers_are_public_or_they_are_written_out_as_text()
    {
        var tagHelpers = House.Where(t => typeof(ITagHelper).IsAssignableFrom(t) && !t.IsAbstract).ToList();

        tagHelpers.ShouldNotBeEmpty();
        tagHelpers.Where(t => !t.IsPublic).Select(t => t.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void Classes_are_sealed() =>
        House.Where(t => t is { IsClass: true, IsAbstract: false, IsSealed: false, Namespace: not null } && t.Name != "Program" && !IsFoundByFramework(t))
            .Where(t => t.Namespace!.StartsWith("Verksam", StringComparison.Ordinal) && !House.Any(other => other.BaseType == t)).Select(t => t.FullName).ShouldBeEmpty();

    [Fact]
    public void No_folder_of_the_house_is_a_kind_of_thing() =>
        Source.Files("src").SelectMany(f => f.Split('/')[..^1]).Distinct(StringComparer.Ordinal)
            .Intersect(["Models", "Services", "Pages", "Dtos", "Entities", "Interfaces", "Helpers", "Utils", "Common", "Shared"], StringComparer.Ordinal).ShouldBeEmpty();

    // the SDK makes Program public for the tests of others
    private static bool IsFoundByFramework(Type type) => type == typeof(Program) || typeof(ITagHelper).IsAssignableFrom(type);
}
