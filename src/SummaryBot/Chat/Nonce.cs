using System.Security.Cryptography;

namespace SummaryBot.Chat;

internal static class Nonce
{
    /// <summary>24 characters: 96 random bits, within the 25 characters that Discord takes.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
}
