using System.CommandLine;

namespace SummaryBot.Host.Verbs.Completion;

/// <summary>Prints the script that makes a shell complete verbs, options and values.</summary>
internal static class CompletionVerb
{
    private const string Bash = """
        # summarybot: completion for bash; load it with: source <(summarybot completion bash)
        _summarybot() {
            local line=${COMP_LINE:0:COMP_POINT} word=${COMP_WORDS[COMP_CWORD]} form=%q candidate
            line=${line#"${COMP_WORDS[0]}"}; line=${line# }
            if [[ $word == [\"\']* ]]; then # an open quotation: bash quotes what is found
                line=${line%"$word"}; word=${word:1}; form=%s
            fi
            COMPREPLY=()
            while IFS= read -r candidate; do
                [[ -n $candidate && ${candidate,,} == "${word,,}"* && $candidate != /[?h] ]] || continue
                COMPREPLY+=("$(printf $form "$candidate")")
            done < <("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)
            ((${#COMPREPLY[@]})) || compopt -o default 2>/dev/null
        }
        complete -F _summarybot summarybot
        """;

    private const string Zsh = """
        #compdef summarybot
        # summarybot: completion for zsh; load it with: source <(summarybot completion zsh)
        _summarybot() {
            local line="${(j: :)words[2,CURRENT]}"
            local -a found
            found=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
            found=(${found:#/[?h]})
            (( ${#found} )) && compadd -a found || _files
        }
        compdef _summarybot summarybot
        """;

    private const string Fish = """
        # summarybot: completion for fish; load it with: summarybot completion fish | source
        function __summarybot_complete
            set -l line (string replace -r '^\S+\s?' '' -- (commandline -cp))
            summarybot "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null | string match -v -r '^/[?h]$'
        end
        complete -c summarybot -f -a '(__summarybot_complete)'
        """;

    private static readonly Argument<string> Shell = new("SHELL") { Description = "bash, zsh or fish." };

    public static Command Command()
    {
        Shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        return DigestVerbs.Verb("completion", "Print the script that makes a shell complete verbs, options and names.", RunAsync, Shell);
    }

    private static Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Common.WriteLine(parsed.GetValue(Shell) switch { "bash" => Bash, "zsh" => Zsh, _ => Fish });
        return Task.FromResult(Exit.Done);
    }
}
