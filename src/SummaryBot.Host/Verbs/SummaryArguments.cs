using System.CommandLine;
using System.Globalization;
using SummaryBot.Digests;
using SummaryBot.Summarization;

namespace SummaryBot.Host.Verbs;

/// <summary>The options that say what a summary should be.</summary>
internal sealed class SummaryArguments
{
    private readonly Option<int?> _sentences = Positive("--sentences", "Choose that many sentences.");
    private readonly Option<int?> _words = Positive("--words", "Choose sentences of at most that many words together.");
    private readonly Option<string> _length = new("--length") { Description = "short, medium or long.", DefaultValueFactory = _ => "medium" };
    private readonly Option<string?> _title = new("--title") { Description = "The headline, where the text does not hold it." };
    private readonly Option<string?> _about = new("--about") { Description = "Choose the sentences that are about this: a word, a name or a question.", HelpName = "TEXT" };
    private readonly Option<string?> _language = new("--language") { Description = "ISO 639-1 code, such as en; guessed unless told." };

    public void AddTo(Command command)
    {
        _length.AcceptOnlyFromAmong("short", "medium", "long");
        command.Add(_sentences);
        command.Add(_words);
        command.Add(_length);
        command.Add(_title);
        command.Add(_about);
        command.Add(_language);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_sentences) is { Implicit: false } && result.GetResult(_words) is { Implicit: false })
            {
                result.AddError("Use --sentences or --words, not both.");
            }
        });
    }

    public SummaryOptions Read(ParseResult parsed) => new()
    {
        Sentences = parsed.GetValue(_sentences),
        Words = parsed.GetValue(_words),
        Length = ChoiceText.TryParse<SummaryLength>(parsed.GetValue(_length)!, out var length) ? length : SummaryLength.Medium,
        Title = parsed.GetValue(_title),
        About = parsed.GetValue(_about),
        Language = parsed.GetValue(_language),
    };

    private static Option<int?> Positive(string name, string description)
    {
        var option = new Option<int?>(name) { Description = description, HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number) && number < 1)
            {
                result.AddError($"{name} {number}: write a whole number from 1 on.");
            }
        });
        return option;
    }
}
