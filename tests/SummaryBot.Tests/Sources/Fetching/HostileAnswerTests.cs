using System.IO.Compression;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SummaryBot.Sources.Fetching;

namespace SummaryBot.Tests.Sources.Fetching;

/// <summary>Servers that lie, dawdle or never stop. Each test ends by itself only because the fetcher stops.</summary>
public sealed class HostileAnswerTests
{
    private static readonly string Numbers = string.Join(' ', Enumerable.Range(0, 5000));

    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    private static readonly byte[] Zeros = new byte[64 * 1024];

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("identity")]
    [InlineData("")]
    public async Task A_body_that_grows_to_a_gigabyte_is_left_at_5_MB(string encoding)
    {
        await using var server = new RawServer(async (_, stream, token) =>
        {
            await WriteAsync(stream, $"{Head}{(encoding.Length > 0 ? $"Content-Encoding: {encoding}\r\n" : "")}\r\n", token);
            await using var body = Compressed(stream, encoding);
            for (var i = 0; i < 16 * 1024; i++)
            {
                await body.WriteAsync(Zeros, token);
            }
        });
        Assert.Equal("It is larger than 5 MB.", Assert.IsType<FetchOutcome.Refused>(await new TestWeb(server).FetchAsync()).Reason);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("GZIP, identity")]
    public async Task A_compressed_body_of_5_MB_is_read(string encoding)
    {
        await using var server = new RawServer(async (_, stream, token) =>
        {
            await WriteAsync(stream, $"{Head}Content-Encoding: {encoding}\r\nConnection: close\r\n\r\n", token);
            await using var body = Compressed(stream, encoding.StartsWith("GZIP", StringComparison.Ordinal) ? "gzip" : encoding);
            await body.WriteAsync(new byte[5 * 1024 * 1024], token);
        });
        Assert.Equal(5 * 1024 * 1024, Assert.IsType<FetchOutcome.Fetched>(await new TestWeb(server).FetchAsync()).Body.Length);
    }

    [Theory]
    [InlineData("Content-Encoding: gzip, gzip")]
    [InlineData("Content-Encoding: gzip\r\nContent-Encoding: br")]
    [InlineData("Content-Encoding: identity, br, gzip")]
    [InlineData("Content-Encoding: compress")]
    [InlineData("Content-Encoding: zstd")]
    [InlineData("Content-Length: 99999999999")]
    public async Task A_body_is_refused_by_its_head(string fields)
    {
        await using var server = new RawServer(async (_, stream, token) =>
        {
            await WriteAsync(stream, $"{Head}{fields}\r\n\r\n", token);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        });
        Assert.IsType<FetchOutcome.Refused>(await new TestWeb(server).FetchAsync());
    }

    [Theory]
    [InlineData("gzip", "no gzip at all")]
    [InlineData("br", "\u00ff\u00ff\u00ff\u00ff no brotli")]
    [InlineData("deflate", "no zlib")]
    public async Task Damaged_data_fail(string encoding, string body)
    {
        await using var server = new RawServer(_ => RawServer.Answer(body, $"Content-Type: text/html\r\nContent-Encoding: {encoding}\r\n"));
        Assert.Equal("Its compressed answer is damaged.", Assert.IsType<FetchOutcome.Failed>(await new TestWeb(server).FetchAsync()).Reason);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Compressed_data_that_stop_in_the_middle_fail(string encoding)
    {
        var whole = await NumbersAsync(encoding);
        await using var server = new RawServer(_ => RawServer.Answer(whole[..(whole.Length / 2)], $"Content-Type: text/html\r\nContent-Encoding: {encoding}\r\n"));
        Assert.Equal("Its compressed answer is damaged.", Assert.IsType<FetchOutcome.Failed>(await new TestWeb(server).FetchAsync()).Reason);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Compressed_data_are_read_to_their_end(string encoding)
    {
        var whole = await NumbersAsync(encoding);
        await using var server = new RawServer(_ => RawServer.Answer(whole, $"Content-Type: text/html\r\nContent-Encoding: {encoding}\r\n"));
        Assert.Equal(Numbers, Encoding.ASCII.GetString(Assert.IsType<FetchOutcome.Fetched>(await new TestWeb(server).FetchAsync()).Body.Span));
    }

    [Fact]
    public async Task A_body_shorter_than_promised_fails()
    {
        await using var server = new RawServer(_ => $"{Head}Content-Length: 100\r\n\r\nshort");
        Assert.Equal("Its answer ended before it was complete.", Assert.IsType<FetchOutcome.Failed>(await new TestWeb(server).FetchAsync()).Reason);
    }

    [Fact]
    public async Task A_body_longer_than_promised_is_cut_and_does_not_answer_the_next_request()
    {
        await using var server = new RawServer(_ => $"{Head}Content-Length: 5\r\n\r\nshortHTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\npoison");
        using var fetcher = new TestWeb(server).Fetcher();
        for (var i = 0; i < 2; i++)
        {
            var outcome = await fetcher.FetchAsync(new FetchRequest(new Uri("http://news.example.com/"), FetchKind.Page), TestContext.Current.CancellationToken);
            Assert.Equal("short", Encoding.ASCII.GetString(Assert.IsType<FetchOutcome.Fetched>(outcome).Body.Span));
        }
    }

    [Fact]
    public async Task A_line_of_10_MB_in_the_head_is_refused()
    {
        await using var server = new RawServer(async (_, stream, token) =>
        {
            await WriteAsync(stream, "HTTP/1.1 200 OK\r\nX-Long: ", token);
            for (var i = 0; i < 160; i++)
            {
                await WriteAsync(stream, new string('a', 64 * 1024), token);
            }
        });
        Assert.Equal("The head of its answer is larger than 64 KB.", Assert.IsType<FetchOutcome.Refused>(await new TestWeb(server).FetchAsync()).Reason);
    }

    [Fact]
    public async Task A_head_without_end_is_refused()
    {
        await using var server = new RawServer(async (_, stream, token) =>
        {
            await WriteAsync(stream, "HTTP/1.1 200 OK\r\n", token);
            for (var i = 0; i < 100_000; i++)
            {
                await WriteAsync(stream, $"X-{i}: a\r\n", token);
            }
        });
        Assert.IsType<FetchOutcome.Refused>(await new TestWeb(server).FetchAsync());
    }

    [Fact]
    public async Task Chunks_without_end_are_left_at_5_MB()
    {
        await using var server = new RawServer(async (_, stream, token) =>
        {
            await WriteAsync(stream, $"{Head}Transfer-Encoding: chunked\r\n\r\n", token);
            while (true)
            {
                await WriteAsync(stream, "10000\r\n", token);
                await stream.WriteAsync(Zeros, token);
                await WriteAsync(stream, "\r\n", token);
            }
        });
        Assert.IsType<FetchOutcome.Refused>(await new TestWeb(server).FetchAsync());
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nX-Slow: ")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n\u001f\u008b\u0008\u0008\0\0\0\0\0\u0003")] // a file name follows
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n")]
    [InlineData("")]
    public async Task One_that_dawdles_is_left_at_the_deadline(string beginning)
    {
        await using var server = new RawServer(async (_, stream, token) =>
        {
            await WriteAsync(stream, beginning, token);
            while (beginning.Length > 0)
            {
                await WriteAsync(stream, beginning.Contains("chunked", StringComparison.Ordinal) ? "1\r\na\r\n" : "0", token);
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, token);
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
        });
        Assert.Equal("It took longer than 0.5 seconds.", Assert.IsType<FetchOutcome.Failed>(await new TestWeb(server).FetchAsync(seconds: 0.5)).Reason);
    }

    [Fact]
    public async Task The_deadline_is_one_for_all_redirects()
    {
        await using var server = new RawServer(async (_, stream, token) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, token);
            await WriteAsync(stream, RawServer.Redirect("/"), token);
        });
        Assert.Equal("It took longer than 0.7 seconds.", Assert.IsType<FetchOutcome.Failed>(await new TestWeb(server).FetchAsync(seconds: 0.7)).Reason);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    [InlineData("\0\0\0\0")]
    [InlineData("HTTP/1.1 abc\r\n\r\n")]
    [InlineData("<html>no head</html>")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("")]
    public async Task What_is_no_HTTP_fails(string answer)
    {
        await using var server = new RawServer(_ => answer);
        Assert.IsType<FetchOutcome.Failed>(await new TestWeb(server).FetchAsync());
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_not_accepted()
    {
        var listening = new TaskCompletionSource<EndPoint>();
        var serving = ServeOwnCertificateAsync(listening, TestContext.Current.CancellationToken);
        var outcome = await new TestWeb((IPEndPoint)await listening.Task).FetchAsync("https://news.example.com/");
        await serving;
        Assert.StartsWith("No secure connection came about", Assert.IsType<FetchOutcome.Failed>(outcome).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provisional_answers_without_end_are_left_at_the_deadline()
    {
        await using var server = new RawServer(async (_, stream, token) =>
        {
            while (true)
            {
                await WriteAsync(stream, "HTTP/1.1 103 Early Hints\r\n\r\n", token);
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, token);
            }
        });
        Assert.IsType<FetchOutcome.Failed>(await new TestWeb(server).FetchAsync(seconds: 0.5));
    }

    private static async Task ServeOwnCertificateAsync(TaskCompletionSource<EndPoint> listening, CancellationToken token)
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var own = new CertificateRequest("CN=news.example.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        listening.SetResult(listener.LocalEndpoint);
        using var client = await listener.AcceptTcpClientAsync(token);
        await using var secure = new SslStream(client.GetStream());
        try
        {
            await secure.AuthenticateAsServerAsync(own);
            await secure.ReadExactlyAsync(new byte[1], token);
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            // the other side does not accept it
        }
    }

    private static Stream Compressed(Stream to, string encoding) => encoding switch
    {
        "gzip" or "x-gzip" => new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true),
        "deflate" => new ZLibStream(to, CompressionLevel.Fastest, leaveOpen: true),
        "br" => new BrotliStream(to, CompressionLevel.Fastest, leaveOpen: true),
        _ => new BufferedStream(to),
    };

    private static ValueTask WriteAsync(Stream to, string text, CancellationToken cancellationToken) => to.WriteAsync(Encoding.Latin1.GetBytes(text), cancellationToken);

    /// <summary>Compressed, each byte a character.</summary>
    private static async Task<string> NumbersAsync(string encoding)
    {
        using var whole = new MemoryStream();
        await using (var body = Compressed(whole, encoding))
        {
            await body.WriteAsync(Encoding.ASCII.GetBytes(Numbers), TestContext.Current.CancellationToken);
        }

        return Encoding.Latin1.GetString(whole.ToArray());
    }
}
