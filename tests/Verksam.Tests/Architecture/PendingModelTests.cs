using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Kernel;
using Xunit;

namespace Verksam.Tests.Architecture;

public sealed class PendingModelTests
{
    // Identity decides its tables from its options
    private static readonly ServiceProvider Services = new ServiceCollection()
        .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider();

    [Fact]
    public void The_migrations_for_SQLite_make_the_model()
    {
        using var db = new SqliteAppDb(new DbContextOptionsBuilder<SqliteAppDb>().UseSqlite("Data Source=nowhere").UseApplicationServiceProvider(Services).Options);

        db.Database.GetMigrations().ShouldNotBeEmpty();
        db.Database.HasPendingModelChanges().ShouldBeFalse("run tools/migrate");
    }

    [Fact]
    public void The_migrations_for_PostgreSQL_make_the_model()
    {
        using var db = new PostgresAppDb(new DbContextOptionsBuilder<PostgresAppDb>().UseNpgsql("Host=nowhere").UseApplicationServiceProvider(Services).Options);

        db.Database.GetMigrations().ShouldNotBeEmpty();
        db.Database.HasPendingModelChanges().ShouldBeFalse("run tools/migrate");
    }
}
