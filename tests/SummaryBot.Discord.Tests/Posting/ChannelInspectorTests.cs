using SummaryBot.Chat;
using SummaryBot.Discord.Tests.Interactions;
using SummaryBot.Language;
using SummaryBot.TestDiscord;

namespace SummaryBot.Discord.Tests.Posting;

public sealed class ChannelInspectorTests
{
    [Theory]
    [InlineData(ChannelTypes.Text, "SEND_MESSAGES", "Send Messages")]
    [InlineData(ChannelTypes.Announcement, "EMBED_LINKS", "Embed Links")]
    [InlineData(ChannelTypes.Forum, "SEND_MESSAGES", "Create Posts")]
    [InlineData(ChannelTypes.Forum, "SEND_MESSAGES_IN_THREADS", "Send Messages in Posts")]
    public async Task What_the_bot_lacks_is_named_as_the_channels_settings_name_it(int type, string denied, string name)
    {
        await using var bot = await InteractionFixture.StartAsync();
        var channel = bot.Server.World.AddChannel(bot.Server.World.NewId(), type).Id;
        Assert.IsType<ChannelFinding.Open>(await LookAsync(bot, channel));
        bot.Server.Deny(channel, denied);
        var lacks = Assert.IsType<ChannelFinding.Lacks>(await LookAsync(bot, channel));
        Assert.Equal([name], lacks.Permissions);
        Assert.Equal(name, PermissionNames.Of(Words.English, lacks.Permissions));
        Assert.All(UiLanguage.All.Skip(1), language => Assert.NotEqual(name, PermissionNames.Of(new Words(language), lacks.Permissions)));
        Assert.Equal(bot.Server.World.GuildId, lacks.Guild);
    }

    [Fact]
    public async Task A_channel_that_is_hidden_or_not_there_is_told_apart()
    {
        await using var bot = await InteractionFixture.StartAsync();
        bot.Server.Deny(bot.Server.ChannelIds[0], "VIEW_CHANNEL");
        Assert.Equal(["View Channel"], Assert.IsType<ChannelFinding.Lacks>(await LookAsync(bot, bot.Server.ChannelIds[0])).Permissions);
        Assert.IsType<ChannelFinding.Gone>(await LookAsync(bot, "123456789012345678"));
    }

    private static Task<ChannelFinding> LookAsync(InteractionFixture bot, string channel) =>
        bot.Get<IChannelInspector>().LookAsync(ChannelAddress.TryParse(channel)!, InteractionFixture.Token);
}
