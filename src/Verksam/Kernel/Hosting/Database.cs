using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Keeping;
using Verksam.Kernel.Search;

namespace Verksam.Kernel.Hosting;

/// <summary>Chooses the database, hands out contexts, and brings it up to date at start.</summary>
internal static class Database
{
    public static void AddDatabase(this IServiceCollection services, Installation installation)
    {
        if (installation.PostgresConnection is { } connection)
            services.AddPooledDbContextFactory<PostgresAppDb>(o => o.UseNpgsql(connection).AddInterceptors(RenewAtCommit.Instance, StampAtCommit.Instance));
        else
            services.AddPooledDbContextFactory<SqliteAppDb>(o => UseEmbedded(o, installation.SqliteFile));
        services.Configure<IdentityOptions>(identity => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3); // passkeys have a table
        services.AddScoped<Actor>();
        services.AddSingleton<Ready>().AddSingleton<ReadingLog>().AddSingleton<StampReader>().AddSingleton<Shelf>().AddScoped<Kept>();
        services.AddScoped(provider => installation.PostgresConnection is null ? Lend<SqliteAppDb>(provider) : Lend<PostgresAppDb>(provider));
    }

    public static void UseEmbedded(DbContextOptionsBuilder options, string file) => options
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString())
        .AddInterceptors(EmbeddedConnection.Instance, RenewAtCommit.Instance, StampAtCommit.Instance);

    /// <summary>Copies the embedded database aside, then applies what is new. Two nodes wait for each other (the provider's lock).</summary>
    public static async Task Prepare(AppDb db, Installation installation, TimeProvider clock)
    {
        // asked first, because to look for what may wait loads every type of the house into memory, and mostly nothing does
        if ((await db.Database.GetAppliedMigrationsAsync()).LastOrDefault() == LastMigration(db) || !(await db.Database.GetPendingMigrationsAsync()).Any())
            return;
        if (db is SqliteAppDb && (await db.Database.GetAppliedMigrationsAsync()).Any())
            await CopyAside(db, installation, clock);
        await db.Database.MigrateAsync();
    }

    /// <summary>The last of the migrations there are for the database's kind.</summary>
    public static string LastMigration(AppDb db) => db is SqliteAppDb ? Newest.Sqlite : Newest.Postgres;

    /// <summary>Somebody else saved the same thing first: it has changed since, or there can be only one of it.</summary>
    public static bool IsBefore(Exception trouble) => trouble is DbUpdateConcurrencyException
        || trouble is DbUpdateException { InnerException: SqliteException { SqliteErrorCode: 19 } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } };

    private static AppDb Lend<T>(IServiceProvider provider) where T : AppDb
    {
        var db = provider.GetRequiredService<IDbContextFactory<T>>().CreateDbContext();
        db.Lend(provider.GetRequiredService<Actor>(), provider.GetRequiredService<TimeProvider>());
        if (db is SqliteAppDb embedded)
            embedded.StaysOpen = true;
        return db;
    }

    private static async Task CopyAside(AppDb db, Installation installation, TimeProvider clock)
    {
        var folder = Directory.CreateDirectory(Path.Combine(installation.DataFolder, "before-upgrade"));
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {Path.Combine(folder.FullName, $"verksam-{stamp}.db")}");
    }
}
