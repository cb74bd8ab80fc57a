using System.CommandLine;
using Verksam;
using Verksam.Demo;
using Verksam.Features.Accounts.TwoStep;
using Verksam.Features.People.Commands;
using Verksam.Features.Planning.Commands;
using Verksam.Kernel.Backups;
using Verksam.Kernel.Doctor;
using Verksam.Kernel.Files;
using Verksam.Kernel.Hosting;

// A table of contents: what the program can be asked to do.
var texts = new Verksam.Kernel.Text.Texts();
var demo = new Option<bool>("--demo") { Description = texts["Ui.Command.Demo"] };
var root = new RootCommand(texts["Ui.Command.Verksam"]) { demo };
root.TreatUnmatchedTokensAsErrors = false; // ASP.NET's own settings pass through
root.SetAction((parsed, cancelled) => Server.Run(args, parsed.GetValue(demo), cancelled));
root.Subcommands.Add(PlanCommands.Plan(texts));
var environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
var backups = new BackupCommands(texts, environment);
root.Subcommands.Add(backups.Backup());
root.Subcommands.Add(backups.Restore());
root.Subcommands.Add(new FileCommands(texts, environment, TimeProvider.System).Files());
root.Subcommands.Add(new DoctorCommand(texts, environment, TimeProvider.System).Doctor());
root.Subcommands.Add(new AccountCommands(texts, environment, TimeProvider.System).Account());
root.Subcommands.Add(new PeopleCommands(texts, environment, TimeProvider.System).People());
root.Subcommands.Add(new DemoCommands(texts, environment, TimeProvider.System).Demo());
root.Subcommands.Add(HelpCommand.Help(root, texts));

// two seconds after a signal it would be over otherwise, whatever somebody had asked for
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = Leaving.Longest });
