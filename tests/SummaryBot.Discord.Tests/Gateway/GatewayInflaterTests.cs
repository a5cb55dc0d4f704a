using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CsCheck;
using SummaryBot.Discord.Gateway;

namespace SummaryBot.Discord.Tests.Gateway;

public sealed class GatewayInflaterTests
{
    private const int Most = 1024 * 1024;

    [Fact]
    public void Messages_of_one_stream_come_out_whole_however_they_are_cut() =>
        Gen.Select(Gen.String[0, 2000].Array[1, 8], Gen.Int[1, 300]).Sample((messages, part) =>
        {
            using var inflater = new GatewayInflater();
            foreach (var (message, compressed) in messages.Zip(Deflate(messages)))
            {
                using var output = new MemoryStream();
                foreach (var chunk in compressed.Chunk(part))
                {
                    inflater.Inflate(chunk, output, Most);
                }

                Assert.True(inflater.IsAtEnd);
                Assert.Equal(Encoding.UTF8.GetBytes(message), output.ToArray());
            }
        });

    [Fact]
    public void A_small_message_that_grows_without_end_is_stopped()
    {
        using var inflater = new GatewayInflater();
        using var output = new MemoryStream();
        var bomb = Deflate([new string('x', 50 * Most)]).Single();
        Assert.InRange(bomb.Length, 1, Most);
        Assert.Throws<JsonException>(() => inflater.Inflate(bomb, output, Most));
        Assert.InRange(output.Length, Most, Most + (64 * 1024));
    }

    [Fact]
    public void What_is_not_compressed_is_named_so()
    {
        using var inflater = new GatewayInflater();
        using var output = new MemoryStream();
        Assert.Throws<InvalidDataException>(() => inflater.Inflate("{\"op\":10}"u8, output, Most));
    }

    private static List<byte[]> Deflate(IEnumerable<string> messages)
    {
        using var compressed = new MemoryStream();
        using var deflating = new ZLibStream(compressed, CompressionLevel.Optimal);
        var parts = new List<byte[]>();
        foreach (var message in messages)
        {
            compressed.SetLength(0);
            deflating.Write(Encoding.UTF8.GetBytes(message));
            deflating.Flush();
            parts.Add(compressed.ToArray());
        }

        return parts;
    }
}
