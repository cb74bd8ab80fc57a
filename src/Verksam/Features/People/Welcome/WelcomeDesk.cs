using Verksam.Kernel;

namespace Verksam.Features.People.Welcome;

/// <summary>Lets a page have the new ones settled first, in the house's own name and apart from what the page is about to change.</summary>
internal sealed class WelcomeDesk(IServiceScopeFactory scopes)
{
    public async Task Settle()
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AppDb>().Actor.Is(null, "job");
        await scope.ServiceProvider.GetRequiredService<NewOnes>().Settle();
    }
}
