using System.Globalization;
using static SummaryBot.Tests.Sources.Feeds.FeedSamples;

namespace SummaryBot.Tests.Sources.Feeds;

public sealed class FeedDateTests
{
    [Theory]
    // RFC 822, 1123, 2822 and their misspellings
    [InlineData("Thu, 30 Aug 2012 17:26:16 +0200", "2012-08-30T17:26:16+02:00")]
    [InlineData("Thu, 30 Aug 2012 17:26:16 GMT", "2012-08-30T17:26:16+00:00")]
    [InlineData("30 Aug 12 17:26 EST", "2012-08-30T17:26:00-05:00")]
    [InlineData("Thu, 30 Aug 2012 17:26:16 PDT", "2012-08-30T17:26:16-07:00")]
    [InlineData("Thu, 30 Aug 2012 17:26:16 CEST", "2012-08-30T17:26:16+02:00")]
    [InlineData("Thu, 30 Aug 2012 17:26:16 MSK", "2012-08-30T17:26:16+03:00")]
    [InlineData("Thu, 30 Aug 2012 17:26:16 JST", "2012-08-30T17:26:16+09:00")]
    [InlineData("Thu, 30 Aug 2012 17:26:16 IST", "2012-08-30T17:26:16+05:30")]
    [InlineData("Thu, 30 Aug 2012 17:26:16 GMT+0400", "2012-08-30T17:26:16+04:00")]
    [InlineData("Thu, 30 Aug 2012 17:26:16 UTC+04:00", "2012-08-30T17:26:16+04:00")]
    [InlineData("Thu, 30 Aug 2012 17:26:16 -0500 (EST)", "2012-08-30T17:26:16-05:00")]
    [InlineData("Thu, 30 Aug 2012 17:26:16 +3000", "2012-08-30T17:26:16+00:00")]
    [InlineData("Thu, 30 Aug 2012 17:26:16 +0275", "2012-08-30T17:26:16+00:00")]
    [InlineData("Thu, 30 Aug 2012 17:26:16 XYZ", "2012-08-30T17:26:16+00:00")]
    [InlineData("Thu, 30 Aug 2012 17:26:60 +0000", "2012-08-30T17:26:59+00:00")]
    [InlineData("Thu, 30 Aug 2012 24:00:00 +0000", "2012-08-31T00:00:00+00:00")]
    [InlineData("Thu,30 August 2012 5:26:16 PM", "2012-08-30T17:26:16+00:00")]
    [InlineData("Thu, 30 Aug 2012", "2012-08-30T00:00:00+00:00")]
    [InlineData("30-Aug-2012 17:26:16", "2012-08-30T17:26:16+00:00")]
    [InlineData("03 Apr 02 1500 GMT", "2002-04-03T00:00:00+00:00")]
    [InlineData("Fri, 30 Aug 99 17:26:16 GMT", "1999-08-30T17:26:16+00:00")]
    // asctime, JavaScript, chats
    [InlineData("Thu Aug 30 17:26:16 2012", "2012-08-30T17:26:16+00:00")]
    [InlineData("Thu Aug 30 2012 17:26:16 +0200", "2012-08-30T17:26:16+02:00")]
    [InlineData("Thu Aug 30 2012 17:26:16 GMT+0200 (Central European Summer Time)", "2012-08-30T17:26:16+02:00")]
    [InlineData("Thu Aug 30 17:26:16 +0200 2012", "2012-08-30T17:26:16+02:00")]
    [InlineData("Thu Aug 30 17:26:16 MSK 2012", "2012-08-30T17:26:16+03:00")]
    [InlineData("August 30, 2012 5:26 pm", "2012-08-30T17:26:00+00:00")]
    // ISO 8601 and W3C
    [InlineData("2012-08-30T17:26:16Z", "2012-08-30T17:26:16+00:00")]
    [InlineData("2012-08-30T17:26:16.1234567+02:00", "2012-08-30T17:26:16.1230000+02:00")]
    [InlineData("2012-08-30T17:26:16,5Z", "2012-08-30T17:26:16.5000000+00:00")]
    [InlineData("2012-08-30T17:26+0200", "2012-08-30T17:26:00+02:00")]
    [InlineData("2012-08-30T17:26:16-05", "2012-08-30T17:26:16-05:00")]
    [InlineData("2012-08-30 17:26:16", "2012-08-30T17:26:16+00:00")]
    [InlineData("2012-08-30 17:26:16 +0200", "2012-08-30T17:26:16+02:00")]
    [InlineData("2012-08-30t17:26:16z", "2012-08-30T17:26:16+00:00")]
    [InlineData("2012-08-30T24:00:00Z", "2012-08-31T00:00:00+00:00")]
    [InlineData("20120830T172616Z", "2012-08-30T17:26:16+00:00")]
    [InlineData("20120830172616", "2012-08-30T17:26:16+00:00")]
    [InlineData("20120830", "2012-08-30T00:00:00+00:00")]
    [InlineData("2012-08-30", "2012-08-30T00:00:00+00:00")]
    [InlineData("2012-8-3", "2012-08-03T00:00:00+00:00")]
    [InlineData("2012-08", "2012-08-01T00:00:00+00:00")]
    [InlineData("2012", "2012-01-01T00:00:00+00:00")]
    [InlineData("2012-243", "2012-08-30T00:00:00+00:00")]
    [InlineData("2012243", "2012-08-30T00:00:00+00:00")]
    [InlineData("2012-W35-4", "2012-08-30T00:00:00+00:00")]
    [InlineData("2006/09/15", "2006-09-15T00:00:00+00:00")]
    [InlineData("2006/09/15 10:20", "2006-09-15T10:20:00+00:00")]
    // other lands
    [InlineData("30. August 2012 17:26", "2012-08-30T17:26:00+00:00")]
    [InlineData("Do, 30 Okt 2012 17:26:16 +0200", "2012-10-30T17:26:16+02:00")]
    [InlineData("3. März 2012", "2012-03-03T00:00:00+00:00")]
    [InlineData("mar., 28 août 2012 17:26:16 +0200", "2012-08-28T17:26:16+02:00")]
    [InlineData("30 ağustos 2012", "2012-08-30T00:00:00+00:00")]
    [InlineData("Чт, 30 май 2012 17:26:16 +0400", "2012-05-30T17:26:16+04:00")]
    [InlineData("30.08.2012 17:26", "2012-08-30T17:26:00+00:00")]
    [InlineData("30/08/2012", "2012-08-30T00:00:00+00:00")]
    [InlineData("08/30/2012 17:26:16", "2012-08-30T17:26:16+00:00")]
    [InlineData("2012年8月30日 17:26", "2012-08-30T17:26:00+00:00")]
    [InlineData("2012년 08월 30일 오후 05:26:16", "2012-08-30T17:26:16+00:00")]
    [InlineData("1346347576", "2012-08-30T17:26:16+00:00")]
    [InlineData("1346347576000", "2012-08-30T17:26:16+00:00")]
    // the ends of time
    [InlineData("Mon, 01 Jan 0001 00:00:00 +0500", "0001-01-01T00:00:00+00:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00+00:00")]
    [InlineData("9999-12-31T23:59:59-05:00", "9999-12-31T23:59:59+00:00")]
    [InlineData("9999-12-31T24:00:00Z", "9999-12-31T00:00:00+00:00")]
    public void A_date_is_read_with_its_zone(string written, string expected)
    {
        var date = Item($"<pubDate>{written}</pubDate>").PublishedAt;
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), date);
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture).Offset, date!.Value.Offset);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("31 Jun 2012")]
    [InlineData("2012-13-45")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("17:26")]
    [InlineData("Aug 2012 at noon or so, but nobody knows for sure which day of the month it was, or whether it was at all then")]
    [InlineData("99999-01-01")]
    [InlineData("-")]
    public void What_names_no_day_is_no_date(string written) => Assert.Null(Item($"<pubDate>{written}</pubDate>").PublishedAt);

    [Fact]
    public void A_date_that_cannot_be_read_gives_way_to_one_that_can() =>
        Assert.Equal(2012, Item("<pubDate>soon</pubDate><dc:date>2012-08-30</dc:date>").PublishedAt?.Year);
}
