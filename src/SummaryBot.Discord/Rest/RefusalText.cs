using System.Net;

namespace SummaryBot.Discord.Rest;

/// <summary>Says why Discord refused something, and what to do: one line for the operator.</summary>
internal static class RefusalText
{
    public static string Of(HttpStatusCode status, RestAnswer answer) => answer.Code switch
    {
        10003 => "The channel does not exist any more, or the bot is not in its server: choose another channel, or invite the bot again.",
        10004 => "The server does not exist any more, or the bot is not in it: invite the bot again, or choose another channel.",
        10008 => "The message was deleted.",
        10062 => "The interaction is over: it was not answered within 3 seconds.",
        40060 => "The interaction was answered already.",
        50001 => "The bot may not see the channel: give it the permission View Channel there.",
        50007 => "The person takes no direct messages from the bot: following again resumes the digest once they do.",
        50008 => "The channel takes no messages: choose a text channel, an announcement channel or a thread.",
        50083 => "The thread is archived: open it again, or choose another channel.",
        160005 => "The thread is locked: unlock it, or choose another channel.",
        50013 => "The bot may not post in the channel: give it the permissions View Channel, Send Messages and Embed Links there.",
        50027 => "The interaction is over: it is older than 15 minutes.",
        50035 => $"Discord takes the message for malformed, which is a defect of the bot; please report it. {answer.Errors}",
        _ when status == HttpStatusCode.Unauthorized => "Discord does not know the token: copy it again from the developer portal (Bot, Reset Token) and restart the bot.",
        _ => $"Discord answered {(int)status}{(answer.Message.Length > 0 ? $" ({answer.Message}, code {answer.Code})" : "")}: see https://discord.com/developers/docs/topics/opcodes-and-status-codes",
    };
}
