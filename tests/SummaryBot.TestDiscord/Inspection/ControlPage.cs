namespace SummaryBot.TestDiscord.Inspection;

/// <summary>How to look at TestDiscord and play people from another program.</summary>
internal static class ControlPage
{
    public const string Text = """
        Everything is below /_test; bodies are JSON. A person is userId, or the owner of the server where it is left out; whoever is new comes as a plain member.

        Looking
        GET    /                              this page
        GET    /state                         the token, the ids, the address of the API
        GET    /channels/{id}                 a channel as a page; ?message=2 draws the second message alone, ?last=2 the last two
        GET    /channels/{id}/messages        what everybody sees there; with ?userId= what that person does
        GET    /channels/{id}/permissions     names of what ?userId= may do there; the bot where it is left out
        GET    /forms/{id}                    the form that an interaction opened, as a page
        GET    /requests                      every request of the bot
        GET    /refusals                      those answered with 400, and why
        GET    /own-faults                    what TestDiscord sent and the real Discord would not have sent
        GET    /pings                         who would have heard a sound
        GET    /commands                      what is registered
        GET    /registrations                 how often
        GET    /gateway                       connections, identifies, resumes, closes
        GET    /members, /roles               who is in the server, and the roles

        People
        POST   /invoke                        {command, options?, channelId?, userId?, userInstalled?}; "digest add" is a subcommand
        POST   /autocomplete                  {command, option, typed, options?, channelId?, userId?, userInstalled?}
        POST   /message-command               {command, messageId, userId?, userInstalled?}
        POST   /user-command                  {command, targetId, channelId?, userId?, userInstalled?}
        POST   /click                         {messageId, customId, userId?}
        POST   /choose                        {messageId, customId, values, userId?}
        POST   /submit                        {interactionId, values}: the form that the interaction opened
        POST   /say                           {channelId, content, userId?}

        The answer of these is what the person saw: interactionId, firstResponseMs, finalMs, deferred, ephemeral, error, message, choices, modal.

        The server
        POST   /channels                      a new channel, of another kind with ?type=
        POST   /channels/{id}/webhooks        a new webhook there
        POST   /channels/{id}/permissions     {deny: [names]}: taken from the bot there; none gives all back
        POST   /channels/{id}/overwrites      {id, isMember, allow?, deny?}: for a role or a member
        POST   /members                       {userId, roles?}; DELETE /members/{id}
        POST   /roles                         {name, permissions?, isMentionable?}; POST /roles/{id} [names]
        POST   /direct-channels               {userId, otherId?}: with the bot where otherId is left out
        POST   /locale                        {locale, guildLocale?}: the language of everybody
        POST   /unreachable                   {userId, isReachable?}: takes no direct messages
        DELETE /messages/{id}                 as a moderator does

        What goes wrong
        POST   /faults                        [{route, kind, probability?, count?, ...}]; DELETE /faults heals all
        POST   /gateway                       {do: "..."}; another word is answered with those that there are
        POST   /gateway/script                the same in a list
        POST   /gateway/chaos                 {seed, shards, seconds, every, longest}
        POST   /gateway/dispatch              {name, data}: an event

        """;
}
