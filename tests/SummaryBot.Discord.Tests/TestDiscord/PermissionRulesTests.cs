using CsCheck;
using SummaryBot.TestDiscord.Access;

namespace SummaryBot.Discord.Tests.TestDiscord;

public sealed class PermissionRulesTests
{
    private const string Everyone = "1";
    private const string Member = "9";

    private static readonly string[] Ids = [Everyone, "2", "3", "4", Member, "8"];

    private static readonly Gen<ulong> Bits = Gen.OneOf(Gen.ULong[0, (1UL << 53) - 1], Gen.Int[0, 52].Select(bit => 1UL << bit), Gen.Const(0UL)).Select(it => it & PermissionBits.All);

    private static readonly Gen<(ulong Held, string[] Roles, Overwrite[] Overwrites)> Situations = Gen.Select(
        Bits,
        Gen.Int[0, 3].Select(i => Ids[i]).Array[0, 3],
        Gen.Select(Gen.Int[0, 5].Select(i => Ids[i]), Gen.Bool, Bits, Bits, (id, isMember, allow, deny) => new Overwrite(id, isMember, allow, deny)).Array[0, 6]);

    /// <summary>The documentation gives an algorithm over all bits at once; this asks of each right who speaks of it last.</summary>
    [Fact]
    public void Each_right_is_decided_by_whoever_speaks_last_the_member_the_roles_everybody_the_server() => Situations.Sample(
        (held, roles, overwrites) => Assert.Equal(OneByOne(held, roles, overwrites), PermissionRules.InChannel(held, Member, Everyone, roles, overwrites)),
        iter: 20_000);

    [Theory]
    [InlineData("VIEW_CHANNEL", new[] { "VIEW_CHANNEL", "SEND_MESSAGES", "EMBED_LINKS" })]
    [InlineData("SEND_MESSAGES", new[] { "SEND_MESSAGES", "EMBED_LINKS", "ATTACH_FILES", "MENTION_EVERYONE", "SEND_TTS_MESSAGES" })]
    [InlineData("EMBED_LINKS", new[] { "EMBED_LINKS" })]
    public void Without_one_right_others_are_gone_too(string denied, string[] gone)
    {
        var all = PermissionBits.All & ~PermissionBits.Administrator;
        var left = PermissionRules.InChannel(all, Member, Everyone, [], [new Overwrite(Member, true, 0, PermissionBits.Of(denied))]);
        Assert.Equal(denied == "VIEW_CHANNEL" ? 0 : all & ~PermissionBits.Of(gone), left);
    }

    [Fact]
    public void Whoever_owns_the_server_or_administrates_it_may_do_everything_everywhere()
    {
        var nothing = new Overwrite(Everyone, false, 0, PermissionBits.All);
        foreach (var held in new[] { PermissionRules.OfMember(isOwner: true, []), PermissionRules.OfMember(false, [new Role("2", "admin", PermissionBits.Administrator)]) })
        {
            Assert.Equal(PermissionBits.All, PermissionRules.InChannel(held, Member, Everyone, [], [nothing]));
        }
    }

    private static ulong OneByOne(ulong held, string[] roles, Overwrite[] overwrites)
    {
        bool Has(string name) => (held & PermissionBits.Of("ADMINISTRATOR")) != 0 || Speaks(PermissionBits.Of(name));

        bool Speaks(ulong bit)
        {
            var ofMember = overwrites.Where(it => it.IsForMember && it.Id == Member);
            var ofRoles = overwrites.Where(it => !it.IsForMember && it.Id != Everyone && roles.Contains(it.Id));
            var ofEveryone = overwrites.Where(it => !it.IsForMember && it.Id == Everyone);
            foreach (var layer in new[] { ofMember, ofRoles, ofEveryone })
            {
                if (layer.Any(it => (it.Allow & bit) != 0))
                {
                    return true;
                }

                if (layer.Any(it => (it.Deny & bit) != 0))
                {
                    return false;
                }
            }

            return (held & bit) != 0;
        }

        var needsSending = new[] { "MENTION_EVERYONE", "SEND_TTS_MESSAGES", "ATTACH_FILES", "EMBED_LINKS" };
        return PermissionBits.NamesOf(PermissionBits.All)
            .Where(name => Has(name) && Has("VIEW_CHANNEL") && (Has("SEND_MESSAGES") || !needsSending.Contains(name)))
            .Aggregate(0UL, (all, name) => all | PermissionBits.Of(name));
    }
}
