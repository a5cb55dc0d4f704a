using System.Globalization;
using System.Text.Json.Nodes;

namespace SummaryBot.TestDiscord;

/// <summary>What the API gives of a channel beside what every channel has.</summary>
internal static class ChannelShape
{
    public static JsonObject Complete(JsonObject json, Channel channel)
    {
        json["type"] = channel.Type;
        if (channel.Thread is { } thread)
        {
            json["parent_id"] = thread.ParentId;
            json["owner_id"] = thread.OwnerId;
            json["message_count"] = channel.Messages.Count;
            json["total_message_sent"] = channel.Messages.Count;
            json["member_count"] = 1;
            json["flags"] = 0;
            json["applied_tags"] = new JsonArray([.. thread.Tags.Select(tag => (JsonNode)tag)]);
            json["thread_metadata"] = new JsonObject
            {
                ["archived"] = thread.IsArchived,
                ["locked"] = thread.IsLocked,
                ["auto_archive_duration"] = thread.AutoArchiveMinutes,
                ["archive_timestamp"] = channel.CreatedAt.ToString("O", CultureInfo.InvariantCulture),
                ["create_timestamp"] = channel.CreatedAt.ToString("O", CultureInfo.InvariantCulture),
            };
            json.Remove("position");
            json.Remove("permission_overwrites");
            json.Remove("topic");
        }

        if (ChannelTypes.HoldsThreadsOnly(channel.Type))
        {
            json["flags"] = channel.RequiresTag ? 1 << 4 : 0;
            json["available_tags"] = new JsonArray([.. channel.Tags.Select(tag => (JsonNode)new JsonObject
            {
                ["id"] = tag.Id, ["name"] = tag.Name, ["moderated"] = false, ["emoji_id"] = null, ["emoji_name"] = null,
            })]);
        }

        return json;
    }
}
