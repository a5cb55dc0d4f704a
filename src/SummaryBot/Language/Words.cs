using System.Text;

namespace SummaryBot.Language;

/// <summary>The bot's texts in one language.</summary>
public sealed class Words(UiLanguage language)
{
    public static Words English { get; } = new(UiLanguage.English);

    public UiLanguage Language => language;

    /// <summary>A text with its values.</summary>
    /// <param name="key"><c>family.entry</c>.</param>
    /// <param name="values">
    /// By their names in the text: words of people and of the world, numbers, times (<see cref="DateTimeOffset"/>, which each reader sees in his own zone),
    /// or <see cref="ReplyPart"/>s and <see cref="ReplyText"/>s such as links.
    /// </param>
    /// <exception cref="KeyNotFoundException">There is no such text, or it has a place for which there is no value.</exception>
    public ReplyText Of(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var given = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            given[name] = value;
        }

        var parts = new List<ReplyPart>();
        TextFiles.Pattern(key, language).Write(
            language,
            words => parts.Add(new ReplyPart.Plain(words)),
            name => parts.AddRange(PartsOf(given[name])),
            name => Convert.ToInt64(given[name], System.Globalization.CultureInfo.InvariantCulture));
        return new ReplyText(parts);
    }

    /// <summary>As <see cref="Of"/>, for what is plain text alone: labels, names, descriptions. Times are written in UTC.</summary>
    public string Plain(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Of(key, values).ToString();

    private static IEnumerable<ReplyPart> PartsOf(object? value) => value switch
    {
        null => [],
        ReplyPart part => [part],
        ReplyText text => text.Parts,
        DateTimeOffset at => [new ReplyPart.Time(at)],
        string words => [new ReplyPart.Plain(words)],
        IFormattable it => [new ReplyPart.Plain(it.ToString(null, System.Globalization.CultureInfo.InvariantCulture))],
        _ => [new ReplyPart.Plain(value.ToString() ?? "")],
    };
}

/// <summary>A text to show, of parts; a chat writes each in its own way and makes markup of other people's words harmless.</summary>
public sealed record ReplyText(IReadOnlyList<ReplyPart> Parts)
{
    public static implicit operator ReplyText(string words) => new([new ReplyPart.Plain(words)]);

    public static ReplyText FromString(string words) => words;

    public static ReplyText Strong(string words) => new([new ReplyPart.Strong(words)]);

    public static ReplyText Link(string label, Uri address) => new([new ReplyPart.Link(label, address)]);

    /// <summary>One after the other.</summary>
    public static ReplyText Join(string separator, IEnumerable<ReplyText> texts)
    {
        var parts = new List<ReplyPart>();
        foreach (var (text, i) in texts.Select((text, i) => (text, i)))
        {
            parts.AddRange(i == 0 ? text.Parts : text.Parts.Prepend(new ReplyPart.Plain(separator)));
        }

        return new ReplyText(parts);
    }

    /// <summary>Without markup; times in UTC.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var part in Parts)
        {
            text.Append(part switch
            {
                ReplyPart.Plain(var words) => words,
                ReplyPart.Strong(var words) => words,
                ReplyPart.Link(var label, _) => label,
                ReplyPart.Channel(var id) => id,
                ReplyPart.Role(var id) => id,
                ReplyPart.Time(var at, _) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture),
                _ => "",
            });
        }

        return text.ToString();
    }
}

public abstract record ReplyPart
{
    public sealed record Plain(string Words) : ReplyPart;

    public sealed record Strong(string Words) : ReplyPart;

    /// <param name="Address">http or https.</param>
    public sealed record Link(string Label, Uri Address) : ReplyPart;

    /// <param name="Id">Of a Discord channel.</param>
    public sealed record Channel(string Id) : ReplyPart;

    /// <param name="Id">Of a Discord role; whoever has it is not pinged.</param>
    public sealed record Role(string Id) : ReplyPart;

    public sealed record Time(DateTimeOffset At, TimeStyle Style = TimeStyle.DateAndTime) : ReplyPart;
}

/// <summary>How a time is shown.</summary>
public enum TimeStyle
{
    DateAndTime,
    Date,
    TimeOfDay,

    /// <summary>As how long from now.</summary>
    Relative,
}
