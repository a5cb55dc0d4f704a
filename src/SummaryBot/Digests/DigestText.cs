using SummaryBot.Chat;

namespace SummaryBot.Digests;

/// <summary>Writes a digest as <see cref="DigestReader"/> reads it.</summary>
public static class DigestText
{
    public static DigestOptions Of(Digest digest)
    {
        var posting = digest.Posting;
        var options = new DigestOptions
        {
            Name = digest.Name,
            Channel = digest.Channel.Stored,
            Zone = digest.Schedule.Zone.Id,
            MaxStories = digest.MaxStories,
            Length = ChoiceText.Of(digest.Length),
            Layout = ChoiceText.Of(digest.Layout),
            Empty = ChoiceText.Of(digest.Empty),
            Guild = digest.Guild ?? "",
            Mention = posting.MentionRole ?? "",
            Thread = ChoiceText.Of(posting.Thread),
            Crosspost = posting.Crosspost,
            Brand = BrandReader.Write(posting.Brand ?? Brand.None),
            Editing = EditorialText.Of(digest),
        };
        options.Days.Add(digest.Schedule.Days.ToString());
        Replace(options.Times, digest.Schedule.TimesText.Split(' '));
        Replace(options.Tags, posting.Tags ?? []);
        return options;
    }

    /// <summary>Reads a section from <c>Transport: rail, port, group:Towns</c>.</summary>
    public static SectionOptions Section(string text)
    {
        var parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        var terms = parts.Length < 2 ? [] : parts[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new SectionOptions { Name = parts[0], Terms = terms };
    }

    /// <summary>Reads quiet hours from <c>22:00-07:00</c>.</summary>
    /// <param name="days">The days that they begin on; null for daily.</param>
    public static QuietOptions Quiet(string text, string? days)
    {
        var parts = text.Split('-', 2, StringSplitOptions.TrimEntries);
        return new QuietOptions { From = parts[0], To = parts.Length < 2 ? "" : parts[1], Days = days ?? new QuietOptions().Days };
    }

    public static void Replace<T>(IList<T> list, IEnumerable<T> values)
    {
        list.Clear();
        foreach (var value in values)
        {
            list.Add(value);
        }
    }
}
