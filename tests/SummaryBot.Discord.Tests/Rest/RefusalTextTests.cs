using System.Net;
using System.Text.Json.Nodes;
using SummaryBot.Discord.Rest;
using SummaryBot.Language;

namespace SummaryBot.Discord.Tests.Rest;

public sealed class RefusalTextTests
{
    [Theory]
    [InlineData(403, 50001)]
    [InlineData(403, 50007)]
    [InlineData(403, 50013)]
    [InlineData(400, 50008)]
    [InlineData(400, 50035)]
    [InlineData(400, 50083)]
    [InlineData(404, 10003)]
    [InlineData(404, 10004)]
    [InlineData(403, 160005)]
    [InlineData(401, 0)]
    [InlineData(418, 12345)]
    public void Why_Discord_took_no_message_is_said_in_every_language(int status, int code)
    {
        var answer = new RestAnswer(new JsonObject { ["code"] = code, ["message"] = "I am a teapot", ["errors"] = new JsonObject { ["content"] = "too long" } });
        var reason = RefusalText.Of((HttpStatusCode)status, answer);
        Assert.Equal(reason, StoredReason.Of(Words.English, reason).ToString());
        string[] said = [.. UiLanguage.All.Select(language => StoredReason.Of(new Words(language), reason).ToString())];
        Assert.Equal(said.Length, said.Distinct(StringComparer.Ordinal).Count());
    }
}
