using Microsoft.Extensions.DependencyInjection;
using Verksam.Kernel;

namespace Verksam.Tests.House;

/// <summary>Who asks, as the house sees it on this day.</summary>
internal static class Me
{
    public static async Task<CurrentUser> Of(AppUnderTest app, Someone person)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var me = scope.ServiceProvider.GetRequiredService<CurrentUser>();
        await scope.ServiceProvider.GetRequiredService<IRights>().Recognise(me, person.Account, person.Stamp, inTwoSteps: false, CancellationToken.None);
        return me;
    }
}
