using Microsoft.Extensions.Options;
using SummaryBot.Chat;
using SummaryBot.Health;
using SummaryBot.Language;
using SummaryBot.Retention;
using SummaryBot.Storage;

namespace SummaryBot.Commands.Health;

/// <summary>Repairs what the bot as a whole suffers from, without touching what any server has set.</summary>
public sealed class BotRepairs(Database database, RetentionStore retention, IOptions<RetentionOptions> options, ChatConnection connection, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>Forgets what is older than the operator keeps it, as happens daily, and lets the room be used again.</summary>
    public async Task<ReplyText> ForgetAsync(Words words, CancellationToken cancellationToken)
    {
        await retention.ForgetEditionsAsync(options.Value.Articles, cancellationToken);
        var count = await retention.ForgetArticlesAsync(options.Value.Articles, cancellationToken);
        await using var open = await database.OpenAsync(cancellationToken);
        await database.Dialect.CompactAsync(open, cancellationToken);
        return words.Of("health.done.forgot", ("count", count));
    }

    /// <summary>Connects, or registers the commands, once more.</summary>
    public async Task<ReplyText> AskDiscordAsync(Words words, Finding finding, Repair repair, CancellationToken cancellationToken)
    {
        if ((repair == Repair.Connect ? connection.ConnectAgainAsync : connection.RegisterAgainAsync) is { } again)
        {
            using var limit = new CancellationTokenSource(Longest, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            try
            {
                await again(either.Token).WaitAsync(either.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // what it came to is looked at next
            }
        }

        return words.Of("health.done.healed", ("fault", HealthWriter.Name(words, finding)));
    }
}
