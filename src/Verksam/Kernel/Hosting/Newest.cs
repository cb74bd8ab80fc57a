namespace Verksam.Kernel.Hosting;

/// <summary>The last migration of each kind of database; written by tools/migrate.</summary>
internal static class Newest
{
    public const string Sqlite = "20261130154021_House";
    public const string Postgres = "20261130154031_House";
}
