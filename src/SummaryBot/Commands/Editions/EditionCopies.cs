using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SummaryBot.Chat;
using SummaryBot.Commands.Shape;
using SummaryBot.Digests;
using SummaryBot.Operations;

namespace SummaryBot.Commands.Editions;

/// <summary>Sends an edition to a person's direct messages, as it stands in its channel now.</summary>
public sealed class EditionCopies(SentStore editions, IEnumerable<IChat> chats, FaithfulnessGate gate, Secrets secrets)
{
    private readonly IChat? _direct = chats.FirstOrDefault(it => string.Equals(it.Scheme, ChannelAddress.Direct, StringComparison.Ordinal));

    public async Task<Reply> SendAsync(CommandCall call, EditionKey edition, CancellationToken cancellationToken)
    {
        if (await editions.FindAsync(edition.DigestId, edition.DueLocal, cancellationToken) is not { } sent)
        {
            return Reply.Fail(call.Words, ErrorCode.EditionForgotten);
        }

        if (_direct is null || (await gate.CheckAsync(sent.Message, cancellationToken)).Refusal is not null)
        {
            return Reply.Fail(call.Words, ErrorCode.DirectFailed);
        }

        var delivery = new Delivery(
            new ChannelAddress(ChannelAddress.Direct, call.UserId), Copy(sent.Message), Nonce(edition, call.UserId), Attempts: 0, FirstTriedAt: null, MayHaveArrived: false);
        return await _direct.SendAsync(delivery, cancellationToken) switch
        {
            SendOutcome.Sent => Reply.Say(call.Words.Of("edition.dm.sent")),
            SendOutcome.Closed => Reply.Fail(call.Words, ErrorCode.DirectClosed),
            _ => Reply.Fail(call.Words, ErrorCode.DirectFailed),
        };
    }

    /// <summary>Nobody is called there, and there are no threads.</summary>
    private ChatMessage Copy(ChatMessage message) => MessageJson.WithoutSecrets(message, secrets) with
    {
        IsCopy = true,
        Posting = message.Posting?.Brand is { } brand ? new Posting(brand) : null,
    };

    /// <summary>Pressed twice in a row it is one message: Discord refuses a second one of that nonce for some minutes.</summary>
    private static string Nonce(EditionKey edition, string userId) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{edition.DigestId} {edition.DueLocal} {userId}"))))[..24];
}
