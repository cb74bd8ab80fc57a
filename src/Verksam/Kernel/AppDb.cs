using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Verksam.Kernel.Audit;
using Verksam.Kernel.Hosting;
using Verksam.Kernel.Search;

namespace Verksam.Kernel;

/// <summary>The one database. Each room adds its tables in a partial file of its own.</summary>
internal abstract partial class AppDb
{
    private static readonly TextInfo Swedish = CultureInfo.GetCultureInfo("sv-SE").TextInfo;

    private readonly HashSet<SoughtKey> _sought = [];

    protected AppDb(DbContextOptions options) : base(options) { }

    /// <summary>In whose name changes are written, and when; set where the context is handed out.</summary>
    public Actor Actor { get; set; } = new();

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>The house's stamp as this context first read it; null until then, and after a save of its own.</summary>
    public long? Stamp { get; set; }

    /// <summary>Something has been written that moves the stamp when it is committed.</summary>
    public bool IsStampDue { get; private set; }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var entries = ChangeTracker.Entries().ToList();
        foreach (var entry in entries)
        {
            if (entry is { State: EntityState.Modified, Entity: IVersioned versioned })
                versioned.Revision++;
            if (entry is { State: EntityState.Added or EntityState.Modified or EntityState.Deleted, Entity: not IAside })
                StampIsDue();
            if (entry is { State: EntityState.Added or EntityState.Modified or EntityState.Deleted, Entity: ISought sought })
                _sought.Add(sought.Sought);
        }
        AddRange(AuditTrail.Of(entries, Actor, Clock.GetUtcNow()));
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync, which writes the audit trail.");

    /// <summary>
    /// The form was filled in when the thing was at <paramref name="revision"/>: if somebody has saved since, nothing is overwritten.
    /// </summary>
    public void Expect(IVersioned thing, int revision) => Entry(thing).Property(nameof(IVersioned.Revision)).OriginalValue = revision;

    /// <summary>The context goes to the next who needs one.</summary>
    public void Lend(Actor actor, TimeProvider clock)
    {
        (Actor, Clock) = (actor, clock);
        StampMoved();
        _sought.Clear();
    }

    /// <summary>Whoever writes past SaveChangesAsync says what can be searched for otherwise; written when the transaction is committed.</summary>
    public void SeekAnew(IEnumerable<SoughtKey> changed) => _sought.UnionWith(changed);

    /// <summary>What is to be written anew, once.</summary>
    public IReadOnlyList<SoughtKey> TakeSought()
    {
        SoughtKey[] taken = [.. _sought];
        _sought.Clear();
        return taken;
    }

    public void StampMoved() => (Stamp, IsStampDue) = (null, false);

    /// <summary>Something that is kept from has been written in the open transaction, or is about to be.</summary>
    public void StampIsDue()
    {
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always; // a lone statement would be committed unheard
        (Stamp, IsStampDue) = (null, true);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.FindProperty("Id") is { } key && key.ClrType != typeof(string))
                key.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                entity.FindProperty(nameof(IVersioned.Revision))!.IsConcurrencyToken = true;
            // sorted by it, so that its index is in that order: nobody sorts a hundred thousand names for the first fifty
            entity.FindProperty("NameFolded")?.SetCollation(SwedishOrder);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
        configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
        foreach (var entity in typeof(AppDb).Assembly.GetTypes().Where(IsEntity))
        {
            configurationBuilder.Properties(typeof(Id<>).MakeGenericType(entity))
                .HaveConversion(typeof(IdConverter<>).MakeGenericType(entity));
        }
    }

    /// <summary>The database's name of the Swedish order, for <c>EF.Functions.Collate</c>.</summary>
    public string SwedishOrder => this is SqliteAppDb ? EmbeddedConnection.SwedishCollation : "sv-SE-x-icu";

    /// <summary>A text's form for sorting and searching: lower case, Swedish rules.</summary>
    public static string Folded(string text) => Swedish.ToLower(text);

    private static bool IsEntity(Type type) =>
        type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(Entity<>);

    /// <summary>An instant is stored in UTC. Internal, because the model as code names it.</summary>
    internal sealed class UtcInstant() : ValueConverter<DateTimeOffset, DateTime>(
        value => value.UtcDateTime,
        value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)));
}

internal sealed class SqliteAppDb(DbContextOptions<SqliteAppDb> options) : AppDb(options)
{
    /// <summary>
    /// What the first question opened stays open until the context is given back: to open it around every question tells it all its functions and orders
    /// anew, some hundredths of what a request costs.
    /// </summary>
    public bool StaysOpen { get; set; }

    public override async ValueTask DisposeAsync()
    {
        LetGo();
        await base.DisposeAsync();
    }

    public override void Dispose()
    {
        LetGo();
        base.Dispose();
    }

    private void LetGo()
    {
        if (!StaysOpen)
            return;
        StaysOpen = false;
        Database.CurrentTransaction?.Dispose(); // what an act that fell had begun
        Database.GetDbConnection().Close();
    }
}

internal sealed class PostgresAppDb(DbContextOptions<PostgresAppDb> options) : AppDb(options);
