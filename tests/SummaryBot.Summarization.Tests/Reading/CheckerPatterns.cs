using System.Text.RegularExpressions;

namespace SummaryBot.Summarization.Tests.Reading;

/// <summary>The patterns of the checker.</summary>
internal static partial class CheckerPatterns
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex("""^\([A-Z][\w .]{1,22}\)\s*(--|[-–—])?\s*|^[A-Z][^()]{0,45}\([A-Z][\w .]{1,22}\)\s*(--|[-–—])\s*|^[A-Z][^()]*,[^()]*\((CNN|AP|PTI)\)\s*|^[\W_]+""", Plain, 1000)]
    public static partial Regex Head();

    [GeneratedRegex("""^\W*(He|She|They|His|Her|Their)\b""", Plain, 1000)]
    public static partial Regex LatePronoun();

    [GeneratedRegex(
        """
        ^\W*((He|She|They|His|Her|Hers|Their|Theirs|Him|Them|This|That|These|Those|Such|Others|Its)\b
        |(It)['’\s]+(said|says|added|also|comes|came|marks|marked|followed|follows|means|meant|includes|included|shows|showed|gave|has\ a
        |had\ a|is\ the\ (latest|second)|was\ a|became\ a)\b
        |(But|And|However|So|Then|Yet|Also|Instead|Moreover|Nevertheless|Nonetheless|Therefore|Thus|Otherwise|Similarly|Likewise
        |Furthermore|Meanwhile|Consequently|Hence|Additionally|Nor)\b
        |(In\ addition|As\ a\ result|For\ example|For\ instance|At\ the\ same\ time|On\ the\ other\ hand|By\ contrast|In\ contrast|In\ turn
        |Even\ so|If\ so|Since\ then|Until\ then)\b
        |The\ (two|pair|duo|trio|latter|same|others)\b|One\ of\ (them|these|those)\b|(Most|Some|Many|All|None|Each)\ of\ (them|these
        |those(?!\ (who|\w+ed|\w+ing)))\b
        |[a-z]+\b(?![-.@]))
        """, Plain | RegexOptions.IgnorePatternWhitespace, 1000)]
    public static partial Regex LeaningOpening();

    [GeneratedRegex(
        """
        ^\W*(This\ (past\ |coming\ )?(week|month|year|morning|afternoon|evening|summer|winter|spring|fall|autumn|season|century|decade
        |[A-Z]\w+|weekend)
        |This\ time\ (last|next)|These\ days|So\ (far|many|long\ as|much\ for)|But\ for
        |Instead\ of|Those\ (who|whose|with|without|in|on|at|from|near|under|\w+ed|\w+ing|killed|caught|found)
        |The\ two\ Koreas|The\ two-|(So|Then|Yet|Also)-)
        """, Plain | RegexOptions.IgnorePatternWhitespace, 1000)]
    public static partial Regex StandingOpening();

    [GeneratedRegex("""^\W*(In|At|On|After|Before|With|For|By|Despite|From|Since|Until|During|Of|Because of|Like) (this|that|these)\b(?! (past |coming )?(week|month|year|morning|afternoon|evening|summer|winter|spring|fall|autumn|season|century|decade|weekend|[A-Z]))|^\W*(In|At|On|After|Before|When|While|As|According to) (he|she|they|his|her|their|him|them)\b[^,A-Z]*, (he|she|they)\b|^\W*According to (him|her|them)\b""", Plain, 1000)]
    public static partial Regex LeaningIntroduction();

    [GeneratedRegex("""(?<!\d)["“](?!\s)[^"“”]*(["”]|$)|^[^"“”]*([^\W\d]|[.,!?…'’])[”"](?![\w])|(?<=^|[,:]\s)['‘](?=\w)([^'’‘]|(?<=\w)['’](?=\w|\s[a-z]))+?(['’](?!\w)|$)|«[^«»]*(»|$)""", Plain, 1000)]
    public static partial Regex Quoted();

    [GeneratedRegex("""["“”]""", Plain, 1000)]
    public static partial Regex DoubleMark();

    /// <summary>A mark that opens and is the last of its sentence.</summary>
    [GeneratedRegex("""(^|[\s(—-])["“](?=[\w'‘\[(.$£])[^"“”]*$""", Plain, 1000)]
    public static partial Regex OpensOnly();

    [GeneratedRegex("""^[^"“”]*[^\s"“”(]["”](?!\w)""", Plain, 1000)]
    public static partial Regex ClosesFirst();

    [GeneratedRegex(
        """
        \b(sa(id|ys?|ying)|t(old|ells?|elling)|add(ed|s|ing)|ask(ed|s|ing)|wr(ote|ites?|iting|itten)|according|expla(in|ins|ined|ining)
        |announc(ed|es|ing)|repl(ied|ies|ying)|claim(ed|s|ing)
        |insist(ed|s|ing)|admit(s|ted|ting)|warn(ed|s|ing)|stat(ed|es|ing)|declar(ed|es|ing)|not(ed|es|ing)|recall(ed|s|ing)|tweet(ed|s
        |ing)|post(ed|ing)|comment(ed|s|ing)|continu(ed|es|ing)
        |conclud(ed|es)|argu(ed|es|ing)|jok(ed|es|ing)|quipped|shout(ed|ing|s)|yell(ed|ing|s)|scream(ed|ing|s)|chant(ed|ing|s)|exclaimed
        |respond(ed|s|ing)|answer(ed|s)|testif(ied|ies)
        |confirm(ed|s)|believes|reads?|reading|call(ed|ing)|describ(ed|es|ing)|quoted|reveal(ed|s|ing)|remark(ed|s)|observ(ed|es)
        |complain(ed|s)|promis(ed|es)|pledged|urg(ed|es|ing)|suggest(ed|s)
        |conced(ed|es)|acknowledg(ed|es)|boast(ed|s)|vowed|whisper(ed|s)|pleaded|report(ed|s)|stress(ed|es)|emphasi[sz]ed|thinks?|thought
        |laugh(ed|s)|agree[ds]?|begged|order(ed|ing)
        |den(ied|ies)|captioned|cried|muttered|mused|s[au]ng|singing|wonder(ed|s)|mention(ed|s)|demand(ed|ing)|advised|estimated|repeated
        |opined|signed|spoke|speaks|hoped|summed
        |predict(ed|s)|alleg(ed|es)|recount(ed|s)|remember(s|ed)|learned|heard|texted|emailed|(en)?titled|dubbed)\b
        """, Plain | RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase, 1000)]
    public static partial Regex SpeechVerb();

    [GeneratedRegex("""^(?!.*\b[A-Z][a-z]+.*\b([Hh]e|[Ss]he|[Tt]hey)\b).*(\b([Hh]e|[Ss]he|[Tt]hey|[Ii]t) (also |later |then |had |has |once )?(said|says|told|tells|added|adds|asked|wrote|writes|explained|joked|tweeted|recalled|replied|continued)\b|\bsaid (he|she)\b|According to (him|her)\b)""", Plain | RegexOptions.Singleline, 1000)]
    public static partial Regex PronounSpeaker();

    [GeneratedRegex(""":\s*$|:\s{2}|\w: """, Plain, 1000)]
    public static partial Regex Introduction();

    [GeneratedRegex("""\b(?!He\b|She\b|They\b|It\b|And\b|But\b|The\b|his\b|her\b|their\b|with\b|that\b|this\b|from\b|about\b|when\b|after\b|before\b|also\b|then\b|were\b|have\b|been\b)([A-Z][\w'’.-]+|\w{3,})""", Plain, 1000)]
    public static partial Regex Noun();

    [GeneratedRegex("""(?<=[\w,;:)'’"”—-]\s["“‘']?|\w[-—(])(?!(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][\w'’.]+""", Plain, 1000)]
    public static partial Regex InnerName();

    [GeneratedRegex("""[\p{L}\p{N}'’-]+""", Plain, 1000)]
    public static partial Regex Word();

    [GeneratedRegex("^(that|this|with|from|have|been|were|they|their|them|will|would|could|should|about|after|before|into|than|then|there|these|those|when|where|which|while|what|also|over|more|most|some|such|only|other|just|because|during|your|very|between|under|again|does|each|both|here|being|even|still|the|and|for|are|was|has|had|his|her|its|but|not|you|all|who|can|our|out|she|him|any|did|too|off|nor|yet|how|why|own)$", Plain | RegexOptions.IgnoreCase, 1000)]
    public static partial Regex Common();

    [GeneratedRegex(
        """
        \ball\ rights\ reserved\b|contributed\ to\ this\ (report|story|article)|^\W*(PUBLISHED|UPDATED|Last\ updated\ (at|on))\b
        |^\W*Updated:|^\W*(Reporting|Editing)\ by\b|scroll\ down\ for|click\ here
        |\b(we|site)\ uses?\ cookies|(accept|reject)\ (all\ )?cookies|sign\ up\ (for|to)\ our|\bour\ newsletter|subscribe\ (now|today
        |to\ (our|continue))|^\W*(Read|See)\ (more|also)\b|^\W*READ\b|^\W*Also\ read
        |share\ this\ (article|story)|follow\ us\ on|e-mail\ to\ a\ friend|^\W*(Photo|Image|Picture)s?(\ by|\ credit)?:|^\W*(Pictured
        |File\ photo)\b.{0,12}$|image\ copyright|continue\ reading\ below
        |^\W*By\ ([A-Z]\w+\ ?){1,5}\W*$|^\W*copyright\ (©|\d)|create\ a\ free\ account|already\ a\ subscriber|join\ the\ conversation
        |advertisement\W*$|^\W*Related:|views\ expressed\ in\ this
        """, Plain | RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase, 1000)]
    public static partial Regex FurnitureWords();
}
