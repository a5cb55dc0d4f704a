using System.Globalization;
using SummaryBot.Chat;

namespace SummaryBot.Commands.Editions;

/// <summary>What the buttons below an edition remember: which edition it is.</summary>
/// <param name="More">What a menu or button of an answer remembers besides; empty where nothing.</param>
public sealed record EditionState(EditionKey Edition, string More = "")
{
    public string Payload => string.Create(CultureInfo.InvariantCulture, $"{Edition.DigestId}.{Edition.DueLocal}.{More}");

    /// <summary>Null where the payload is none.</summary>
    public static EditionState? TryRead(string payload) =>
        payload.Split('.', 3) is [var id, { Length: > 0 } due, var more] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var digest)
            ? new EditionState(new EditionKey(digest, due), more)
            : null;
}
