using System.CommandLine;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Verksam.Kernel.Backups;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Text;

namespace Verksam.Features.Accounts.TwoStep;

/// <summary><c>verksam account unlock ADDRESS</c>: for the last administrator, who has nobody to ask. Whoever has the machine has everything anyway.</summary>
internal sealed class AccountCommands(Texts texts, IConfiguration configuration, TimeProvider clock)
{
    private readonly Argument<string> _address = new("ADDRESS") { Description = texts["Accounts.Command.Address"] };

    public Command Account()
    {
        var unlock = new Command("unlock", texts["Accounts.Command.Unlock"]) { _address };
        unlock.SetAction((parsed, cancelled) => Unlock(parsed.GetRequiredValue(_address), parsed.InvocationConfiguration, cancelled));
        return new Command("account", texts["Accounts.Command.Account"]) { unlock };
    }

    private async Task<int> Unlock(string address, InvocationConfiguration console, CancellationToken cancelled)
    {
        try
        {
            await using var bench = new Workbench(Installation.From(configuration, demo: false), clock);
            var normalized = Accounts.Account.Normalized(address);
            if (await bench.Db.Users.SingleOrDefaultAsync(a => a.NormalizedEmail == normalized, cancelled) is { } account)
            {
                bench.Db.Actor.Is(null, "command");
                await TwoStepReset.Of(account, bench.Db);
                await bench.Db.SaveChangesAsync(cancelled);
                await console.Output.WriteLineAsync(texts["Accounts.Command.Unlocked", address]);
                return 0;
            }
            await console.Error.WriteLineAsync(texts["Accounts.Command.Nobody", address]);
        }
        catch (Exception trouble) when (trouble is DbException or CannotStart)
        {
            await console.Error.WriteLineAsync(trouble is CannotStart ? trouble.Message : texts["Ui.Backup.Database", trouble.Message]);
        }
        return 1;
    }
}
