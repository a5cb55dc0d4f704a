using System.Text.Json.Nodes;
using SummaryBot.Discord.Gateway;

namespace SummaryBot.Discord.Tests.Gateway;

public sealed class GatewayEndTests
{
    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public void Where_only_a_person_can_help_the_bot_does_not_come_back_and_says_what_would(int code)
    {
        var reason = Assert.IsType<GatewayEnd.GiveUp>(GatewayEnd.Of(code)).Reason;
        Assert.Contains($"Close code {code}", reason, StringComparison.Ordinal);
        Assert.Contains(": ", reason, StringComparison.Ordinal); // cause: remedy
    }

    [Theory]
    [InlineData(null)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4005)]
    [InlineData(4008)]
    [InlineData(1001)]
    [InlineData(1006)]
    [InlineData(4999)]
    public void After_most_breaks_it_resumes(int? code) => Assert.IsType<GatewayEnd.Resume>(GatewayEnd.Of(code));

    [Theory]
    [InlineData(1000)]
    [InlineData(4003)]
    [InlineData(4007)]
    [InlineData(4009)]
    public void A_session_that_is_over_is_not_resumed(int code) => Assert.IsType<GatewayEnd.Identify>(GatewayEnd.Of(code));

    [Fact]
    public void A_session_remembers_what_it_needs_to_resume()
    {
        var session = new GatewaySession();
        Assert.False(session.CanResume);
        session.Saw(Event("""{"t": "READY", "s": 1, "d": {"session_id": "abc", "resume_gateway_url": "wss://gateway.example"}}"""));
        session.Saw(Event("""{"t": "GUILD_CREATE", "s": 2, "d": {}}"""));
        Assert.True(session.CanResume);
        Assert.Equal(("abc", 2), (session.Id, session.Sequence));
        session.Forget();
        Assert.False(session.CanResume);
    }

    [Fact]
    public void An_address_to_resume_at_that_is_no_socket_is_not_used()
    {
        var session = new GatewaySession();
        session.Saw(Event("""{"t": "READY", "s": 1, "d": {"session_id": "abc", "resume_gateway_url": "http://gateway.example"}}"""));
        Assert.False(session.CanResume);
    }

    private static JsonObject Event(string json) => JsonNode.Parse(json)!.AsObject();
}
