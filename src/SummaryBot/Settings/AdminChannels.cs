using Microsoft.Extensions.Options;
using SummaryBot.Chat;
using SummaryBot.Language;

namespace SummaryBot.Settings;

/// <summary>Where administrators are told things: in their server's own channel, else in the operator's.</summary>
public sealed class AdminChannels(GuildSettingsStore settings, IOptions<OutboxOptions> options)
{
    /// <param name="guild">Whom it concerns; null or empty is the operator.</param>
    /// <returns>Null where nobody wants to know.</returns>
    public async Task<AdminPlace?> OfAsync(string? guild, CancellationToken cancellationToken) =>
        (guild is { Length: > 0 } ? await OwnAsync(guild, cancellationToken) : null) ?? await OfOperatorAsync(cancellationToken);

    /// <summary>Whom something concerns, by where they are told.</summary>
    public async Task<IReadOnlyList<IGrouping<AdminPlace, T>>> GroupAsync<T>(IEnumerable<T> concerns, Func<T, string?> guild, CancellationToken cancellationToken)
    {
        var told = new List<(AdminPlace Place, T It)>();
        foreach (var it in concerns)
        {
            if (await OfAsync(guild(it), cancellationToken) is { } place)
            {
                told.Add((place, it));
            }
        }

        return [.. told.GroupBy(it => it.Place, it => it.It)];
    }

    private async Task<AdminPlace?> OwnAsync(string guild, CancellationToken cancellationToken)
    {
        var set = await settings.OfAsync(guild, cancellationToken);
        return set.AdminChannel is { } stored && ChannelAddress.TryParse(stored) is { } channel ? new AdminPlace(guild, channel, set.Language ?? UiLanguage.English) : null;
    }

    private async Task<AdminPlace?> OfOperatorAsync(CancellationToken cancellationToken)
    {
        var set = await settings.OfAsync("", cancellationToken);
        var channel = set.AdminChannel is { } stored ? ChannelAddress.TryParse(stored) : options.Value.AdminChannel;
        return channel is null ? null : new AdminPlace("", channel, set.Language ?? UiLanguage.English);
    }
}

/// <param name="Guild">Whose channel it is; empty is the operator's.</param>
public sealed record AdminPlace(string Guild, ChannelAddress Channel, UiLanguage Language)
{
    public Words Words => new(Language);
}
