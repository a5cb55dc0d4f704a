using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SummaryBot.Articles;

public static class ArticleId
{
    public const int Length = 12;

    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>60 bits of the SHA-256 of the words alone, so that white space and line ends make no second article.</summary>
    public static string Of(string text)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(words.Normalize(NormalizationForm.FormC)));
        var bits = BinaryPrimitives.ReadUInt64LittleEndian(hash);
        return string.Create(Length, bits, static (id, rest) =>
        {
            for (var i = 0; i < id.Length; i++, rest >>= 5)
            {
                id[i] = Base32[(int)(rest & 31)];
            }
        });
    }
}
