using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Verksam.Kernel;
using Verksam.Kernel.Hosting;
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
        using var db = Embedded();

        db.Database.GetMigrations().Last().ShouldBe(Database.LastMigration(db));
        db.Database.HasPendingModelChanges().ShouldBeFalse("run tools/migrate");
    }

    [Fact]
    public void The_migrations_for_PostgreSQL_make_the_model()
    {
        using var db = Postgres();

        db.Database.GetMigrations().Last().ShouldBe(Database.LastMigration(db));
        db.Database.HasPendingModelChanges().ShouldBeFalse("run tools/migrate");
    }

    [Fact]
    public void The_model_as_code_is_the_model_on_SQLite()
    {
        using var db = Embedded();

        Shape(db.Model).ShouldBe(Shape(db.GetService<IDesignTimeModel>().Model), "run tools/migrate");
    }

    [Fact]
    public void The_model_as_code_is_the_model_on_PostgreSQL()
    {
        using var db = Postgres();

        Shape(db.Model).ShouldBe(Shape(db.GetService<IDesignTimeModel>().Model), "run tools/migrate");
    }

    private static SqliteAppDb Embedded() =>
        new(new DbContextOptionsBuilder<SqliteAppDb>().UseSqlite("Data Source=nowhere").UseApplicationServiceProvider(Services).Options);

    private static PostgresAppDb Postgres() =>
        new(new DbContextOptionsBuilder<PostgresAppDb>().UseNpgsql("Host=nowhere").UseApplicationServiceProvider(Services).Options);

    // what EF builds beside it are notes to itself, which the code leaves out
    private static string Shape(IModel model) => string.Join('\n',
    [
        model.ToDebugString(Plain), model.GetRelationalModel().ToDebugString(Plain),
        .. from entity in model.GetEntityTypes()
           from property in entity.GetProperties()
           select $"{entity.Name}.{property.Name}: {property.GetTypeMapping().Converter?.GetType()} {property.GetValueComparer().GetType()}",
    ]);

    private const MetadataDebugStringOptions Plain = MetadataDebugStringOptions.LongDefault & ~MetadataDebugStringOptions.IncludeAnnotations;
}
