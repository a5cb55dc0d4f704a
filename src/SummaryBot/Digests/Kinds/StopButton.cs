using NodaTime;
using SummaryBot.Chat;

namespace SummaryBot.Digests.Kinds;

/// <summary>The end of a personal digest by one press below one of its messages: it is paused until it is resumed, and its topics stay.</summary>
public sealed class StopButton(DigestStore digests, DigestBreaks breaks)
{
    public const string Deleted = "This digest was deleted, so no more of it come. If you have followed anew since then, press Stop below a newer message.";
    public const string NotYours = "This is no digest of yours. Only the person whose digest it is can stop it.";

    /// <param name="edition">Whose message it was.</param>
    /// <param name="userId">Who pressed.</param>
    /// <returns>What that person is told, in English.</returns>
    public async Task<string> PressAsync(EditionKey edition, string userId, CancellationToken cancellationToken)
    {
        if (await digests.FindAsync(edition.DigestId, cancellationToken) is not { } digest)
        {
            return Deleted;
        }

        if (digest.Digest.Channel != new ChannelAddress(ChannelAddress.Direct, userId))
        {
            return NotYours;
        }

        if (digest.PausedUntil == Instant.MaxValue)
        {
            return $"It is stopped already, and your topics are kept. {GoOn(digest.Digest.Name, userId)}";
        }

        return await breaks.PauseAsync(digest.Id, Instant.MaxValue, cancellationToken) is null
            ? Deleted
            : $"Stopped. You get no more of these. Your topics are kept: follow again to go on, or delete all of it. {GoOn(digest.Digest.Name, userId)}";
    }

    /// <summary>A digest that somebody set up for the person has a name of its own, and is none that he follows.</summary>
    private static string GoOn(string name, string userId)
    {
        var (again, delete) = string.Equals(name, userId, StringComparison.Ordinal)
            ? ($"follow add {userId} TOPIC", $"follow stop {userId}")
            : ($"digest resume \"{name}\"", $"digest delete \"{name}\"");
        return $"Whoever runs the bot goes on with: summarybot {again}, and deletes with: summarybot {delete}";
    }
}
