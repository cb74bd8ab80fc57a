using Shouldly;
using Verksam.PlanReading;
using Xunit;

namespace Verksam.Tests.Architecture;

public sealed class FeatureMapTests
{
    [Fact]
    public void The_map_in_the_readme_is_the_code()
    {
        var drawn = FeatureMap.Drawn();
        var built = FeatureMap.Built().Where(a => !a.Key.Contains('(', StringComparison.Ordinal)).ToList();

        drawn.ShouldNotBeEmpty();
        built.Where(a => !drawn.Contains(a.Key)).Select(a => $"{a.Key} is not drawn: {a.Value}").ShouldBeEmpty();
        drawn.Except(built.Select(a => a.Key)).Select(arrow => $"{arrow} is drawn, but nothing uses it any more").ShouldBeEmpty();
    }

    [Fact]
    public void The_map_has_no_way_round()
    {
        var arrows = FeatureMap.Drawn().Select(a => a.Split(" --> ")).ToLookup(a => a[0], a => a[1], StringComparer.Ordinal);
        var rooms = arrows.Select(a => a.Key).ToList();

        rooms.ShouldNotBeEmpty();
        rooms.Where(room => Reach(arrows, room).Contains(room)).ShouldBeEmpty();
    }

    [Fact]
    public void Kernel_and_Ui_know_no_room() =>
        FeatureMap.Built().Where(a => a.Key.StartsWith(FeatureMap.Ground, StringComparison.Ordinal)).Select(a => a.Value).ShouldBeEmpty();

    [Fact]
    public void No_room_uses_what_stands_on_top_of_it() =>
        FeatureMap.Built().Where(a => a.Key.EndsWith(FeatureMap.Top, StringComparison.Ordinal)).Select(a => a.Value).ShouldBeEmpty();

    [Fact]
    public void The_libraries_know_nothing_of_the_program()
    {
        var libraries = new[] { typeof(PlanReader).Assembly, typeof(Verksam.Formats.UnreadableDocument).Assembly, typeof(Verksam.Formats.Html.HtmlReader).Assembly };

        libraries.SelectMany(l => l.GetReferencedAssemblies()).Select(a => a.Name).Where(name => name is null
            || name == "Verksam" || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    private static HashSet<string> Reach(ILookup<string, string> arrows, string from)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(arrows[from]);
        while (open.TryPop(out var room))
        {
            if (reached.Add(room))
                arrows[room].ToList().ForEach(open.Push);
        }
        return reached;
    }
}
