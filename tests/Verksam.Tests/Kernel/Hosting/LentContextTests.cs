using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
using Verksam.Tests.House;
using Xunit;

namespace Verksam.Tests.Kernel.Hosting;

/// <summary>A context is lent to one act, and goes back as if nothing had been.</summary>
public sealed class LentContextTests
{
    [Fact]
    public async Task The_embedded_database_stays_open_between_questions_and_no_longer()
    {
        await using var app = await AppUnderTest.Start();
        IDbConnection connection;
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            await db.Units.CountAsync(TestContext.Current.CancellationToken);
            connection = db.Database.GetDbConnection();
            connection.State.ShouldBe(db is SqliteAppDb ? ConnectionState.Open : ConnectionState.Closed);
        }
        connection.State.ShouldBe(ConnectionState.Closed);
    }

    [Fact]
    public async Task What_an_act_that_fell_had_begun_is_undone_and_holds_up_nobody()
    {
        await using var app = await AppUnderTest.Start();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            db.Add(new Setting("fell", "halfway"));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await app.Write(db => Task.FromResult(db.Add(new Setting("next", "whole"))));

        (await app.Read(db => db.Set<Setting>().Where(s => s.Name == "fell" || s.Name == "next").Select(s => s.Name).ToListAsync())).ShouldBe(["next"]);
    }
}
