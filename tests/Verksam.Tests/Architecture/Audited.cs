using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Verksam.Kernel;

namespace Verksam.Tests.Architecture;

/// <summary>What leaves rows in the trail, as the model has it.</summary>
internal static class Audited
{
    private static readonly IReadOnlyList<IEntityType> Entities = Read();

    public static IEnumerable<string> Names => Entities.Select(e => e.ClrType.Name);

    /// <summary>Every property that a row may tell of.</summary>
    public static IEnumerable<string> Properties => Entities
        .SelectMany(e => e.GetProperties().Concat(e.GetComplexProperties().SelectMany(c => c.ComplexType.GetProperties())))
        .Where(p => !p.IsPrimaryKey() && p.Name != nameof(IVersioned.Revision)).Select(p => p.Name).Distinct(StringComparer.Ordinal);

    private static List<IEntityType> Read()
    {
        var services = new ServiceCollection().Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider();
        using var db = new SqliteAppDb(new DbContextOptionsBuilder<SqliteAppDb>().UseSqlite("Data Source=nowhere").UseApplicationServiceProvider(services).Options);
        return [.. db.Model.GetEntityTypes().Where(e => typeof(IAudited).IsAssignableFrom(e.ClrType))];
    }
}
