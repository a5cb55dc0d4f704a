using System.Data.Common;
using DbUp.Builder;
using SummaryBot.Articles.Search;
using SummaryBot.Health;

namespace SummaryBot.Storage;

/// <summary>The few things that SQLite and PostgreSQL say differently; all other SQL is one text for both.</summary>
public abstract class SqlDialect
{
    /// <summary>How migrations for this database alone end: <c>0002_search.sqlite.sql</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Where the data is, without secrets, for messages.</summary>
    public abstract string Place { get; }

    /// <summary>A column that numbers its rows.</summary>
    public abstract string Identity { get; }

    /// <summary>Between columns and VALUES of an INSERT that gives the number of a row itself.</summary>
    public abstract string KeepsIdentity { get; }

    /// <summary>After the columns of a table: rows lie in the order of their primary key.</summary>
    public abstract string Clustered { get; }

    /// <summary>After a SELECT of rows to change: leave those that another transaction holds.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>A condition on <c>article_search</c>: it matches <c>@Query</c>, made by <see cref="SearchQuery"/>.</summary>
    public abstract string SearchMatches { get; }

    /// <summary>After <c>WITH hits AS</c>: whether matches are found before anything else is done with them.</summary>
    public abstract string SearchMaterialized { get; }

    /// <summary>How many of the newest buckets a search looks through at first, then if that is not enough, and so on, and in the end through all.</summary>
    public abstract IReadOnlyList<int> SearchReach { get; }

    /// <summary>A search for what has a term of every group. Terms are letters, digits and the signs of <see cref="SearchTerms"/> only.</summary>
    public abstract string SearchQuery(IEnumerable<IReadOnlyList<SearchTerm>> groups);

    /// <summary>Writes the terms of articles, parted by spaces, in place of those that are there.</summary>
    public abstract Task IndexAsync(DbTransaction transaction, IReadOnlyList<(long Seq, string Terms)> articles, CancellationToken cancellationToken);

    /// <summary>A condition: the column holds one of the values of a parameter, made by <see cref="List"/>.</summary>
    public abstract string IsOneOf(string column, string parameter);

    /// <summary>A query of the names of all tables that have a column <c>@column</c>.</summary>
    public abstract string TablesWithColumn { get; }

    /// <summary>Any number of values as one parameter.</summary>
    public abstract object List<T>(IEnumerable<T> values);

    public abstract DbConnection Connect();

    /// <summary>Inserts rows of one table, in the fastest way the database has.</summary>
    /// <param name="rows">Each as long as <paramref name="columns"/>; a value has the very type of its column (a long for a bigint).</param>
    public abstract Task InsertManyAsync(
        DbTransaction transaction, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken);

    /// <summary>Lets one transaction after the other go on from here, each when the one before has ended.</summary>
    public abstract Task TakeTurnAsync(DbTransaction transaction, CancellationToken cancellationToken);

    /// <summary>Starts DbUp on this database.</summary>
    public abstract UpgradeEngineBuilder Upgrade();

    /// <summary>Held until disposed, while migrations run, so that instances which start together do not run them twice.</summary>
    public abstract Task<IAsyncDisposable?> LockForUpgradeAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>How much room the database takes and has.</summary>
    public abstract Task<DatabaseSpace> MeasureAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Lets what was deleted be used again at once, as far as that holds nobody up.</summary>
    public abstract Task CompactAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>The time by the database's own clock; null where it has none of its own.</summary>
    public abstract Task<DateTimeOffset?> NowAsync(DbConnection connection, CancellationToken cancellationToken);
}
