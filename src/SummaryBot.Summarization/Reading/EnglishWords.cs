using System.Collections.Frozen;

namespace SummaryBot.Summarization.Reading;

/// <summary>English words by which sentences lean on others.</summary>
internal static class EnglishWords
{
    public static ReadingLanguage Language { get; } = ReadingLanguage.From(
        "en",
        leaning: "he, she, they, it, his, her, hers, their, theirs, its, him, them, this, that, these, those, such, both, others, "
            + "another, there, here, neither, either, however, but, and, so, then, also, instead, moreover, nevertheless, "
            + "nonetheless, still, yet, thus, therefore, otherwise, similarly, likewise, furthermore, besides, hence, consequently, "
            + "accordingly, meanwhile, additionally, conversely, alternatively, or, nor, because of this, because of that, "
            + "in addition, as a result, for example, for instance, at the same, on the other, on the contrary, by contrast, "
            + "in contrast, in turn, in other words, in fact, in this, in that, in these, in such, in doing so, even so, after all, "
            + "above all, what is more, if so, if not, the two, the pair, the duo, the trio, the same, the latter, the former is, "
            + "the former was, the former has, the former had, the others, the other, the rest, one of them, one of these, "
            + "one of those, some of them, some of these, most of them, most of these, many of them, many of these, all of them, "
            + "all of these, none of them, none of these, two of them, each of them, half of them, neither of them, all this, "
            + "all that, all these, part of that, part of this, much of that, much of this, not so, not only that, among them, "
            + "among these, soon after that, shortly after that, shortly afterwards, afterwards, thereafter, since then, until then, "
            + "by then, for that, for this, to this, to that, like this, like that, to make matters, hours later, days later, "
            + "weeks later, months later, years later, minutes later, moments later, later that, earlier that, except, too",
        standing: "so far, so many, so long as, so much for, so-called, the other day, this week, this year, this month, this morning, "
            + "this afternoon, this evening, this weekend, this summer, this winter, this spring, this fall, this autumn, "
            + "this season, this century, this decade, this monday, this tuesday, this wednesday, this thursday, this friday, "
            + "this saturday, this sunday, this january, this february, this march, this april, this may, this june, this july, "
            + "this august, this september, this october, this november, this december, this christmas, this easter, this past week, "
            + "this past weekend, this past month, this past year, this past summer, this past season, this coming week, "
            + "this coming weekend, this coming month, this coming year, this coming season, this time last, this time next, "
            + "these days, those who, those whose, those with, those without, those in, those on, those at, those from, those near, "
            + "those under, those living, those working, those involved, those killed, those affected, those arrested, "
            + "those injured, those seeking, those wishing, those taking, those caught, those found, there is, there are, there was, "
            + "there were, there will, there would, there may, there might, there can, there could, there must, there should, "
            + "there has, there have, there had, there seems, there seem, there remain, there remains, there appears, there came, "
            + "there exists, there's, there isn't, there aren't, there wasn't, there weren't, there won't, there wouldn't, "
            + "there hasn't, there haven't, there comes, there'll, there'd, there also, there still, but for, the same day that, "
            + "the two-day, the two-year-old, the two koreas, or so, still from, still photos, still images, either way",
        introducers: "in, at, on, after, before, when, while, as, according, for, with, during, despite, since, although, though, if, from, "
            + "to, under, by, because, until, like, unlike, asked, speaking, once, following, through, throughout, without, within, "
            + "whenever, upon, over, outside, inside, among, alongside, given, besides, except, prior, based, responding, writing, "
            + "addressing, even, about, behind, of",
        pronouns: "he, she, they, him, her, them, his, their, it, its, himself, herself, themselves, hers, theirs",
        speech: "said, says, say, saying, told, tells, tell, telling, added, adds, adding, asked, asks, asking, wrote, writes, "
            + "writing, according, explained, explains, explaining, announced, announces, announcing, replied, replies, claimed, "
            + "claims, claiming, insisted, insists, insisting, admitted, admits, admitting, warned, warns, warning, stated, states, "
            + "stating, declared, declares, declaring, noted, notes, noting, recalled, recalls, recalling, tweeted, tweets, "
            + "tweeting, posted, posting, commented, comments, commenting, continued, continues, continuing, concluded, concludes, "
            + "argued, argues, arguing, joked, jokes, joking, quipped, shouted, shouting, yelled, yelling, screamed, screaming, "
            + "chanted, chanting, exclaimed, responded, responds, answered, answers, testified, confirmed, confirms, believes, "
            + "reads, read, reading, called, calling, described, describes, describing, quoted, revealed, reveals, revealing, "
            + "remarked, observed, complained, complains, promised, pledged, urged, urging, suggested, suggests, conceded, "
            + "acknowledged, acknowledges, boasted, vowed, whispered, pleaded, reported, reports, stressed, emphasized, emphasised, "
            + "thinks, thought, laughed, laughs, agreed, agrees, begged, ordered, ordering, denied, denies, captioned, cried, "
            + "muttered, mused, sang, wondered, wonders, mentioned, demanded, demanding, advised, estimated, repeated, opined, "
            + "signed, spoke, speaks, hoped, summed, predicted, predicts, alleged, alleges, recounted, singing, remembers, "
            + "remembered, learned, heard, texted, emailed, titled, entitled, dubbed",
        notNames: "monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, may, june, july, "
            + "august, september, october, november, december, mr, mrs, ms, dr, yesterday, today, tomorrow, earlier, later, "
            + "afterwards, recently, eventually");

    /// <summary>What follows "it is" where "it" stands for nothing before: "it was the first time".</summary>
    public static FrozenSet<string> Empty { get; } = ReadingLanguage.Set(
        "unclear, time, raining, snowing, midnight, noon, sunday, monday, tuesday, wednesday, thursday, friday, saturday, "
        + "the first time, the second time, the third time, the fourth time, the fifth time, the last time, the only time, "
        + "the latest time, a matter of time, as if, as though, not until, only after, only when, because of, thanks to, no secret, "
        + "no surprise, no coincidence, no wonder, no accident, up to, left to, like");

    /// <summary>The same where a clause follows: "it is not clear whether", "it was hard to", "it was in Paris that".</summary>
    public static FrozenSet<string> EmptyBeforeClause { get; } = ReadingLanguage.Set(
        "clear, likely, unlikely, possible, impossible, important, essential, vital, crucial, hard, difficult, easy, easier, "
        + "harder, true, false, understood, believed, thought, known, unknown, reported, alleged, claimed, estimated, expected, "
        + "hoped, feared, revealed, announced, said, rumored, rumoured, assumed, suggested, argued, agreed, decided, certain, "
        + "uncertain, obvious, apparent, evident, inevitable, necessary, wrong, right, fair, unfair, good, bad, nice, great, best, "
        + "better, surprising, unsurprising, strange, odd, ironic, sad, tragic, shocking, amazing, incredible, illegal, legal, "
        + "unusual, common, rare, customary, worth, safe, dangerous, risky, in, on, at, during, after, when, until, only, "
        + "interesting, tempting, enough, a shame, a pity, a fact, a crime, a mistake, an offence, an offense, an honor, an honour, "
        + "a privilege, imperative, unthinkable, conceivable, plausible, fitting, telling, natural, normal, unprecedented, official, "
        + "wise, useful, helpful, reasonable, logical, urgent, critical, hoped");

    /// <summary>Words that open such a clause.</summary>
    public static FrozenSet<string> ClauseOpeners { get; } = ReadingLanguage.Set("that, to, whether, how, if, who, why, what, when, where, for, which");
}
