using Npgsql;

namespace SummaryBot.Host.Configuration;

/// <summary>Reads connection strings. A class of its own, so that a bot on SQLite does not load the driver of PostgreSQL.</summary>
internal static class PostgresAddress
{
    public static bool IsValid(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString).Host is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The password; of a connection string that is wrong, the whole.</summary>
    public static string? Password(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString).Password;
        }
        catch (ArgumentException)
        {
            return connectionString;
        }
    }
}
