using Dapper;
using SummaryBot.Articles;
using SummaryBot.Chat;
using SummaryBot.Digests;
using SummaryBot.Storage;

namespace SummaryBot.Tests.Digests.Kinds;

/// <summary>What tests of urgent digests, recaps and personal digests share.</summary>
internal static class KindNews
{
    public const string Role = "777777777777777777";

    private static readonly (string Headline, string Text)[] Stories =
    [
        ("Library books float", "Books of the library at Elmouth got wet on Monday because of {0}. Librarians dry 4,100 volumes with hay. The oldest atlas is from 1611."),
        ("Harbor cranes stand still", "Cranes at Larch stood still after {0} on Sunday. Eleven freighters anchor outside. Dockers play cards for oranges."),
        ("Theater sings outdoors", "The opera of Harrow sang in a park, since {0} had closed its stage. Tickets cost 12 crowns. The tenor caught a cold."),
        ("Train takes the bus", "Passengers between Pinefield and Oakton ride in buses until Friday; {0} bent the rails. Welders work at night under lamps."),
        ("Apples roll downhill", "Growers in Birchley lost 90 tons of apples to {0}. Goats eat what rolls into the valley. Insurance pays a third."),
        ("Match without spectators", "Rowanham beat Alderby 3 to 1 in an empty arena, which {0} had made unsafe. The goalkeeper scored twice."),
        ("Telescope looks away", "Astronomers on Mount Hazel turned their mirror away from the comet when {0} came. They missed it by two minutes."),
        ("Sharks get a new tank", "The aquarium of Willowmere moved nine sharks into a swimming pool after {0}. Children fed them squid."),
        ("Brewers pour beer away", "A brewery poured 30,000 pints into the sewer; {0} had cracked its copper kettles. Malt gets dearer in spring."),
    ];

    /// <summary>Stories that have nothing in common but a word; nine of them.</summary>
    public static string Story(int number, string word) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Stories[number].Text, word);

    public static async Task<string> AddAsync(TestBot bot, string text, string headline, string source = "Harbor Post", TimeSpan age = default)
    {
        var article = new Article(headline, source, new Uri($"https://example.com/{ArticleId.Of(text)}"), "en", bot.Time.GetUtcNow() - age, text);
        Assert.True(await bot.Get<ArticleStore>().AddAsync(article, TestBot.Token));
        return article.Id;
    }

    public static Task<string> AddAsync(TestBot bot, int number, string word) => AddAsync(bot, Story(number, word), Stories[number].Headline);

    public static Task<StoredDigest> AddUrgentAsync(TestBot bot, Action<DigestOptions>? change = null) => bot.AddDigestAsync(options =>
    {
        (options.Name, options.Mention) = ("Urgent", Role);
        options.Times.Clear();
        options.Editing = new EditorialOptions { Kind = "urgent", Filters = { new FilterOptions { Value = "earthquake" } } };
        change?.Invoke(options);
    });

    /// <summary>One look of the dispatcher, and what it sent.</summary>
    public static async Task<IReadOnlyList<Delivery>> TickAsync(TestBot bot, TimeSpan after, DigestDispatcher? dispatcher = null)
    {
        bot.Time.Advance(after);
        var before = bot.Chat.Messages.Count;
        await (dispatcher ?? bot.Get<DigestDispatcher>()).DispatchDueAsync(TestBot.Token);
        await bot.Get<Outbox>().DrainAsync(TestBot.Token);
        return [.. bot.Chat.Messages.Skip(before)];
    }

    public static async Task ExecuteAsync(TestBot bot, string sql, object? values = null)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        await connection.ExecuteAsync(sql, values);
    }

    public static async Task<T> ScalarAsync<T>(TestBot bot, string sql)
    {
        await using var connection = await bot.Get<Database>().OpenAsync(TestBot.Token);
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }
}
