using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Verksam.Kernel.Text;

namespace Verksam.Kernel.Hosting;

/// <summary><c>verksam help</c> and <c>--help</c>: every way to call the program, a line each, in the reader's language.</summary>
internal static class HelpCommand
{
    public static Command Help(RootCommand root, Texts texts)
    {
        root.Options.OfType<HelpOption>().Single().Action = new Listing(texts);
        var help = new Command("help", texts["Ui.Command.Help"]);
        help.SetAction((_, cancelled) => root.Parse(["--help"]).InvokeAsync(null, cancelled));
        return help;
    }

    private static IEnumerable<(string Call, string? What)> Calls(Command command, string before)
    {
        var call = string.Join(' ', command.Arguments.Select(a => a.Name).Prepend(before));
        if (command.Action is not null)
            yield return (call, command.Description);
        foreach (var argument in command.Arguments)
            yield return ("    " + argument.Name, argument.Description);
        foreach (var option in command.Options.Where(o => o is not (HelpOption or VersionOption)))
            yield return ("    " + option.Name + (option.ValueType == typeof(bool) ? "" : $" {option.HelpName ?? "N"}"), option.Description);
        foreach (var line in command.Subcommands.SelectMany(sub => Calls(sub, $"{before} {sub.Name}")))
            yield return line;
    }

    private sealed class Listing(Texts texts) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var calls = Calls(parseResult.RootCommandResult.Command, "./verksam").ToList();
            var wide = calls.Max(c => c.Call.Length) + 2;
            parseResult.InvocationConfiguration.Output.WriteLine(string.Join(Environment.NewLine, calls.Select(c => "  " + c.Call.PadRight(wide) + c.What).Prepend(texts["Ui.Command.Usage"])));
            return 0;
        }
    }
}
