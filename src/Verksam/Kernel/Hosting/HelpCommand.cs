using System.CommandLine;
using Verksam.Kernel.Text;

namespace Verksam.Kernel.Hosting;

/// <summary><c>verksam help</c>: the commands, as <c>--help</c> shows them.</summary>
internal static class HelpCommand
{
    public static Command Help(RootCommand root, Texts texts)
    {
        var help = new Command("help", texts["Ui.Command.Help"]);
        help.SetAction((_, cancelled) => root.Parse(["--help"]).InvokeAsync(null, cancelled));
        return help;
    }
}
