using System.Globalization;
using System.Security.Cryptography;

namespace SummaryBot.Chat;

internal static class Nonce
{
    private const int RandomLength = 13;

    /// <summary>24 characters, within the 25 that Discord takes: the time in milliseconds, so that nonces sort as they were made, and 52 random bits.</summary>
    public static string New(DateTimeOffset now)
    {
        var time = now.ToUnixTimeMilliseconds().ToString("x11", CultureInfo.InvariantCulture);
        return time + RandomNumberGenerator.GetHexString(RandomLength, lowercase: true);
    }
}
