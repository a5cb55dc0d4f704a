using System.Globalization;
using SummaryBot.Chat;

namespace SummaryBot.Discord.Interactions;

/// <summary>What the buttons below an edition remember: which edition it is.</summary>
/// <param name="More">What a menu or button of an answer remembers besides; empty where nothing.</param>
internal sealed record EditionState(EditionKey Edition, string More = "")
{
    public string Payload => string.Create(CultureInfo.InvariantCulture, $"{Edition.DigestId}.{Edition.DueLocal}.{More}");

    public static EditionState? TryRead(string payload) =>
        payload.Split('.', 3) is [var id, { Length: > 0 } due, var more] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var digest)
            ? new EditionState(new EditionKey(digest, due), more)
            : null;
}
