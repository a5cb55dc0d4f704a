using CsCheck;
using SummaryBot.Discord.Interactions;

namespace SummaryBot.Discord.Tests.Interactions;

public sealed class ComponentIdsTests
{
    private static readonly Gen<ComponentId> Any = Gen.Select(
        Gen.String[Gen.Char.AlphaNumeric, 1, 5],
        Gen.ULong.Select(id => id == 0 ? null : id.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.String[Gen.Char[' ', '~'], 0, ComponentIds.MostPayload].Select(payload => payload.TrimEnd()),
        (kind, user, payload) => new ComponentId(kind, user, payload));

    [Fact]
    public void What_is_written_is_read_back_and_fits_into_100_characters() => Any.Sample(id =>
    {
        var text = Buttons.Ids.Write(id);
        Assert.InRange(text.Length, 1, 100);
        Assert.Equal(id, Buttons.Ids.Read(text));
    });

    [Fact]
    public void One_changed_character_anywhere_makes_it_none_of_ours() => Gen.Select(Any, Gen.Int[0, 99], Gen.Char[' ', '~']).Sample((id, at, c) =>
    {
        var text = Buttons.Ids.Write(id).ToCharArray();
        at %= text.Length;
        if (text[at] != c)
        {
            text[at] = c;
            Assert.Null(Buttons.Ids.Read(new string(text)));
        }
    });

    [Fact]
    public void A_bot_with_another_key_did_not_write_it() =>
        Assert.Null(new ComponentIds([.. Enumerable.Repeat((byte)1, 32)]).Read(Buttons.Ids.Write(new ComponentId("less", "1", "x"))));

    [Theory]
    [InlineData("")]
    [InlineData("....")]
    [InlineData("s1:abcdefghijkl:long:1100000000000000001")] // of an older version
    [InlineData("2less.AAAAAAAAAAE.AAAAAAAAAAAAAAAA.x")]
    public void What_is_stale_or_foreign_is_not_read(string customId) => Assert.Null(Buttons.Ids.Read(customId));

    [Fact]
    public void What_would_not_fit_is_not_written() =>
        Assert.Throws<ArgumentException>(() => Buttons.Ids.Write(new ComponentId("less", "1", new string('x', ComponentIds.MostPayload + 1))));
}
