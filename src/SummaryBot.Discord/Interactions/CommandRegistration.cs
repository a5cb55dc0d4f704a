using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SummaryBot.Chat;
using SummaryBot.Discord.Rest;
using SummaryBot.Storage;

namespace SummaryBot.Discord.Interactions;

/// <summary>Makes the bot's commands known to Discord: all of them in one call, and the operator's in another to his own server; each only when something changed.</summary>
internal sealed partial class CommandRegistration(
    DiscordRest rest,
    BotStateStore state,
    IEnumerable<IInteractionModule> modules,
    DiscordOptions options,
    ChatConnection connection,
    TimeProvider time,
    ILogger<CommandRegistration> logger) : IDisposable
{
    /// <summary>Discord's "Missing Access": the bot was invited without the scope applications.commands.</summary>
    private const int MissingAccess = 50001;

    /// <summary>Sessions may begin in quick succession, side by side.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>At each start of a session: asks Discord for nothing where nothing changed.</summary>
    public async Task EnsureAsync(string applicationId, CancellationToken cancellationToken)
    {
        connection.RegisterAgainAsync = token => EnsureAsync(applicationId, token);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await RegisterAsync(applicationId, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task RegisterAsync(string applicationId, CancellationToken cancellationToken)
    {
        var commands = modules.SelectMany(module => module.Commands);
        connection.Commands = await RegisterAsync(applicationId, $"applications/{applicationId}", $"discord-commands:{applicationId}", commands, cancellationToken) switch
        {
            Registered.Yes => null,
            Registered.LacksScope => new ConnectionTrouble(MissingAccess, "applications.commands", connection.Commands?.Since ?? time.GetUtcNow()),
            _ => connection.Commands,
        };
        var owner = await state.ReadAsync($"discord-owner-guild:{applicationId}", cancellationToken) ?? "";
        if (owner.Length > 0 && !string.Equals(owner, options.OwnerGuild, StringComparison.Ordinal)) // what was the operator's server is so no more
        {
            await RegisterOwnAsync(applicationId, owner, [], cancellationToken);
        }

        if (options.OwnerGuild.Length > 0)
        {
            await RegisterOwnAsync(applicationId, options.OwnerGuild, modules.SelectMany(module => module.OwnerCommands), cancellationToken);
        }

        if (!string.Equals(owner, options.OwnerGuild, StringComparison.Ordinal))
        {
            await state.WriteAsync($"discord-owner-guild:{applicationId}", options.OwnerGuild, cancellationToken);
        }
    }

    private Task<Registered> RegisterOwnAsync(string applicationId, string guild, IEnumerable<JsonObject> commands, CancellationToken cancellationToken) => RegisterAsync(
        applicationId, $"applications/{applicationId}/guilds/{guild}", $"discord-commands:{applicationId}:{guild}", commands, cancellationToken);

    /// <param name="key">Under which the hash of what is registered is kept.</param>
    private async Task<Registered> RegisterAsync(string applicationId, string path, string key, IEnumerable<JsonObject> declared, CancellationToken cancellationToken)
    {
        var commands = new JsonArray([.. declared]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(commands.ToJsonString())));
        if (string.Equals(await state.ReadAsync(key, cancellationToken), hash, StringComparison.Ordinal))
        {
            return Registered.Yes;
        }

        switch (await rest.SendAsync(HttpMethod.Put, $"{path}/commands", commands, cancellationToken))
        {
            case RestResult.Done:
                await state.WriteAsync(key, hash, cancellationToken);
                Log.Registered(logger, commands.Count);
                return Registered.Yes;
            case RestResult.Refused { Status: 403 } or RestResult.Refused { Code: MissingAccess }:
                Log.LacksScope(logger, BotIdentity.InviteLink(applicationId, guild: null));
                return Registered.LacksScope;
            case RestResult.Refused refused:
                Log.Refused(logger, refused.Reason);
                return Registered.No;
            case var result:
                Log.NotRegistered(logger, result.GetType().Name);
                return Registered.No;
        }
    }

    private enum Registered
    {
        Yes,
        No,
        LacksScope,
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The {Count} commands were registered with Discord.")]
        public static partial void Registered(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Error, "Discord refused the commands: {Reason} The next start tries again.")]
        public static partial void Refused(ILogger logger, string reason);

        [LoggerMessage(3, LogLevel.Warning, "The commands were not registered ({Result}); the next start tries again.")]
        public static partial void NotRegistered(ILogger logger, string result);

        [LoggerMessage(4, LogLevel.Error, "The commands were not registered: the bot was invited without the scope applications.commands. Invite it again: {InviteLink}")]
        public static partial void LacksScope(ILogger logger, Uri inviteLink);
    }
}
