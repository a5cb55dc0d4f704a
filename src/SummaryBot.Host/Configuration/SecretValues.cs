
using SummaryBot.Chat;

namespace SummaryBot.Host.Configuration;

/// <summary>Finds what must not be shown: the token, passwords, and whatever an address carries beside host and path.</summary>
internal static class SecretValues
{
    public static IEnumerable<string> In(IConfiguration values, string? token)
    {
        var found = new List<string?> { token, values["discord:token"], values["storage:postgreSql"] is { Length: > 0 } text ? PostgresAddress.Password(text) : null };
        foreach (var (_, value) in values.AsEnumerable())
        {
            if (value is not null && ChannelAddress.TryParse(value) is { Scheme: ChannelAddress.Webhook } webhook)
            {
                found.Add(webhook.Target.Split('/')[1]);
            }

            if (Uri.TryCreate(value, UriKind.Absolute, out var address))
            {
                found.AddRange(address.UserInfo.Split(':'));
                found.AddRange(address.Query.Split('?', '&').Select(pair => pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]));
                found.Add(address.Fragment.TrimStart('#'));
            }
        }

        return found.OfType<string>().Where(value => value.Length > 0);
    }
}
