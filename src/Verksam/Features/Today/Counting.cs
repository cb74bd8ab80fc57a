using Verksam.Kernel;
using Verksam.Kernel.Text;
using Verksam.Kernel.Waiting;

namespace Verksam.Features.Today;

/// <summary>Counts behind the pages what waits for those who look at the menu.</summary>
internal sealed partial class Counting(IServiceScopeFactory scopes, WaitingCounts counts, ILogger<Counting> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var asked in counts.Line(stoppingToken))
        {
            try
            {
                await Count(asked);
            }
            catch (Exception trouble) when (trouble is not OutOfMemoryException)
            {
                LogTrouble(log, trouble); // the menu has no count then
                counts.Leave(asked.Person);
            }
        }
    }

    private async Task Count(WaitingCounts.Asked asked)
    {
        await using var scope = scopes.CreateAsyncScope();
        HouseWords.Now = await scope.ServiceProvider.GetRequiredService<WordsShelf>().Now();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Is(asked.Person, asked.Name, asked.Grants, asked.InTwoSteps);
        await scope.ServiceProvider.GetRequiredService<TodayList>().Now();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What waits for somebody could not be counted just now")]
    private static partial void LogTrouble(ILogger logger, Exception trouble);
}
