using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Verksam.Tests.House;
using Xunit;

[assembly: AssemblyFixture(typeof(Templates))]

namespace Verksam.Tests.House;

/// <summary>The two databases that all others are copies of: an empty house, and one where the cast lives. Made when first asked for.</summary>
public sealed class Templates : IAsyncDisposable
{
    private static readonly Lazy<Task<TestDatabase>> EmptyHouse = new(() => Make(null, _ => Task.CompletedTask));
    private static readonly Lazy<Task<TestDatabase>> CastAtHome = new(async () => await Make(await EmptyHouse.Value, MoveIn));

    internal static Task<TestDatabase> Empty => EmptyHouse.Value;

    internal static Task<TestDatabase> WithCast => CastAtHome.Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var template in new[] { CastAtHome, EmptyHouse }.Where(t => t.IsValueCreated))
            await (await template.Value).DisposeAsync();
    }

    private static async Task MoveIn(AppUnderTest app)
    {
        await app.Write(Cast.MoveIn);
        foreach (var person in Cast.All)
            await person.SignIn(app);
    }

    private static async Task<TestDatabase> Make(TestDatabase? template, Func<AppUnderTest, Task> fill)
    {
        var database = await TestDatabase.Make(template);
        await using (var app = await AppUnderTest.In(database))
        {
            // the key ring is part of the template: a cookie given by one copy is good in all
            app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("template").Protect("");
            await fill(app);
        }
        await database.Close();
        return database;
    }
}
