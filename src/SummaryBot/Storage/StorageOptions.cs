using System.ComponentModel.DataAnnotations;

namespace SummaryBot.Storage;

public sealed class StorageOptions
{
    /// <summary>The SQLite file, made where it is missing. Relative to the working directory.</summary>
    [Required]
    public string SqlitePath { get; set; } = "data/summarybot.db";

    /// <summary>An Npgsql connection string; when set, PostgreSQL 15 or newer is used instead of SQLite. A secret: it may hold a password.</summary>
    public string PostgreSql { get; set; } = "";
}
