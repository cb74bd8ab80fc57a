namespace Verksam.Kernel.Hosting;

/// <summary>The last migration of each kind of database; written by tools/migrate.</summary>
internal static class Newest
{
    public const string Sqlite = "20261130042433_House";
    public const string Postgres = "20261130042446_House";
}
