using System.Text.RegularExpressions;
using SummaryBot.Articles.Markup;

namespace SummaryBot.Articles.Extraction;

/// <summary>Knows the lines that stand among the paragraphs of an article and are none: credits, dates, orders to read, share or subscribe.</summary>
internal static partial class JunkLines
{
    private const int Short = 100, Medium = 220;
    private const int Wait = 1000;

    public static bool IsOne(MarkupLine line)
    {
        var text = line.Text;
        return (text.Length <= Short && Label().IsMatch(text))
            || (text.Length <= Medium && (Pointer().IsMatch(text) || Credit().IsMatch(text) || Call().IsMatch(text)))
            || (text.Length <= 2 * Medium && (Reporter().IsMatch(text) || Rights().IsMatch(text)));
    }

    /// <summary>Whether it tells when or where, which is furniture above and below an article and may be a part of it in between.</summary>
    public static bool IsMark(MarkupLine line) =>
        line.Text.Length <= Short && (Date().IsMatch(line.Text) || Address().IsMatch(line.Text) || !line.Text.Any(char.IsLetter));

    /// <summary>Whether a heading opens what follows an article: other articles, comments, the author.</summary>
    public static bool OpensTheRest(MarkupLine line) => line.Text.Length <= Short && Rest().IsMatch(line.Text);

    /// <summary>Whole lines that name a control of the page.</summary>
    [GeneratedRegex(
        @"^\W*(advert(isement)?s?|ad|sponsored( content)?|sign in|log ?in|register|subscribe( now)?|subscriber services|share( this.*)?|tweet|print( article)?|order reprints|text size"
        + @"|email|save|close|caption|comments?|leave a comment|post comment|view comments|read more|continue reading( below)?|skip to (main )?content|menu|search|home|tags?|topics?|latest|popular|highlights"
        + @"|whatsapp|facebook|twitter|pinterest|linkedin|telegram|copy link|listen|loading.*|image \d+ of \W*\d+|\d+ (of|/) \d+|photo|photos|video|gallery|getty( images)?|reuters|associated press|ap|afp|file"
        + @"|anzeige|werbung|teilen|drucken|merken|mehr zum thema|kommentare?|publicité|partager|imprimer|lire aussi|publicidad|compartir|imprimir|publicidade|compartilhar|iklan|reklam|paylaş"
        + @"|yazdır|реклама|поделиться|распечатать|комментарии|теги|reklama|pubblicità|condividi|stampa|mais lidas|leia mais|leia também|(view author archive|email the author|follow .{0,30})"
        + @"|this slideshow requires javascript\.?|(by|von|par|por|di|автор:)( (\p{Lu}[\p{L}.'’-]*,?|and|und|et|y|e)){1,8})\W*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Wait)]
    private static partial Regex Label();

    /// <summary>Lines that say when, and no more than that.</summary>
    [GeneratedRegex(
        @"^\W*((first |last )?(published|updated|posted|modified|created)|publicado|atualizado|actualizado|veröffentlicht|aktualisiert|publié|mis à jour|pubblicato|aggiornato|опубликовано|обновлено|yayın|güncelleme|nəşr)\b.{0,70}$"
        + @"|^\W*((mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,?\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?\s+\d{1,2}(st|nd|rd|th)?,?\s*(\d{4}|at|\d{1,2}:\d\d).{0,45}$"
        + @"|^\W*(\p{L}+,?\s+)?\d{1,2}[./ -](\d{1,2}|(de )?\p{L}{3,10}\.?)[./ -]\s*(de )?\d{4}\b.{0,40}$"
        + @"|^\W*\d{4}[./-]\d{1,2}[./-]\d{1,2}.{0,30}$|^\W*\d{1,2}:\d{2}\b.{0,15}$"
        + @"|^\W*(reading time|tempo de leitura|lesezeit|temps de lecture|tiempo de lectura|время чтения|\d+ min(utes?)? read)\b.{0,25}$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Wait)]
    private static partial Regex Date();

    [GeneratedRegex(@"^\W*((https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w+)\W*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Wait)]
    private static partial Regex Address();

    /// <summary>Lines that point to another article.</summary>
    [GeneratedRegex(
        @"^\W*(read( more| next| also)?|see (more|also)|related( (articles?|stories|coverage))?|also read|more|watch|listen|don['’]t miss|also on [\w.]+|click here|mehr|lesen sie( auch)?|lire aussi|à lire aussi"
        + @"|lea también|leia (mais|também)|leggi anche|читайте также|смотрите также|ayrıca oku|bunu da oku|həmçinin oxu|читайте також|baca juga|on \w+\.com)\s*[:»>|]"
        + @"|^\W*(читайте также|читайте також|lesen sie auch|à lire aussi|leggi anche|baca juga|leia também|also on \w+\.\w+ )"
        + @"|\bby clicking here\W*$|^\W*click here (to|for) |\[(insight|video|reaction|warning|pictures?|news|update|analysis|reveal|comment)\]\W*$|^\[related:",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Wait)]
    private static partial Regex Pointer();

    /// <summary>Lines that say whose a picture is.</summary>
    [GeneratedRegex(
        @"\((image|photo|photos by|photo by|picture|pic|credit|source|foto|fotos|фото|kredi|image credit|photo credit)s?\s*(by)?\s*[:©].{0,80}\)\W*$|\([^()]{0,60}(getty|ap photo|reuters|afp|shutterstock|epa|nasa)[^()]{0,60}\)\W*$"
        + @"|^\W*(image|photo|picture|pic|foto|fotos|фото|bild|crédit photo|photo credit|image credit|fotoğraf|credit|video)s?\s*(by|credit|courtesy)?\s*[:©|]"
        + @"|^\W*(©|ⓒ|\(c\) )|\|\s*(getty images|ap|reuters|afp)\W*$|getty images\W*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Wait)]
    private static partial Regex Credit();

    /// <summary>Lines that ask the reader to do something: orders open a sentence, offers may stand anywhere.</summary>
    [GeneratedRegex(
        @"(^|[.!?:;|–—>»…]\s?)[^\w“""«]*(sign up (for|to|here|today|now)|sign up:|subscribe (to|for|now|today|here)|get (our|the|breaking) .{0,40}(newsletter|alerts|app|emails)\b|follow (us|him|her|me|them|@\w+)( \w+)? (on|at) @?\w+|like this story\?|share it with"
        + @"|have a (news )?tip\?|download (our|the) .{0,20}app\b|join (our|the) .{0,20}(forums?|discussion|conversation|newsletter)|let us know (at|in the comments)|e-?mail (the author|\S+ \S+ at)|write to \S+( \S+){0,3} at |(this (web)?site|we) uses? cookies|let our news"
        + @"|abonnieren sie|jetzt abonnieren|newsletter (abonnieren|bestellen)|abonnez-vous|inscrivez-vous|suscríbe(te|se)|síguenos|assine (já|a newsletter|nossa)|inscreva-se|siga-nos|iscriviti|seguici su"
        + @"|подпи(шитесь|сывайтесь) на|підпи(шіться|суйтесь) на|abone ol(un)?\b|bizi takip|abunə ol|bizi izləyin)"
        + @"|\b(in(to)? your inbox|meet your inbox|breaking news (alerts|emails)|can be reached (at|on|via)|may be reached (at|on|via)|delivered (to|through) your|free (daily|weekly) newsletter|may earn an? (affiliate )?commission"
        + @"|affiliate (and/or referral )?links|follow (us|him|her|me) on (twitter|facebook|instagram)|click to tweet|prices are subject to change)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Wait)]
    private static partial Regex Call();

    /// <summary>Who helped, and how to reach him.</summary>
    [GeneratedRegex(
        @"^\W*\(?((additional )?reporting (by|from)|editing by|writing by|compiled by|with (reporting|inputs?) (by|from)|(this|the) (article|story|report) (was|is|first|originally)\b.{0,40}(published|appeared))"
        + @"|\bcontributed (to|reporting)\b.{0,40}$|^\W*(source|sources|quelle|fuente|fonte|источник|kaynak|mənbə|via)\s*:|^\W*(about the author|follow ap['’]s|more ap \w+:)|is a (staff|freelance|senior|contributing) (writer|reporter|editor|correspondent)\b"
        + @"|\b(on twitter|on facebook|on instagram)( (at )?@\w+)?\W*$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Wait)]
    private static partial Regex Reporter();

    [GeneratedRegex(
        @"\b(all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|все права защищены|tüm hakları saklıdır|bütün hüquqlar"
        + @"|subject to copyright|may not be (published|reproduced|republished))|^\W*copyright\b|^citation: ",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Wait)]
    private static partial Regex Rights();

    [GeneratedRegex(
        @"^\W*(related|you (may|might) (also )?(like|be interested)|more (from|on|great|stories|articles)|read (more|next)|recommended|recent (articles|posts|stories)|popular (this|posts|stories|now)|most (read|popular)|trending|latest (news|stories)"
        + @"|comments?\b|leave a (comment|reply)|about the author|tell us what you|want more stories|subscribe|newsletter|sign up|what to read next|editors?['’]? picks?|share this|our picks"
        + @"|mehr zum thema|das könnte sie|auch interessant|kommentare|à lire aussi|sur le même (sujet|thème)|commentaires|te puede interesar|noticias relacionadas|comentarios|veja também|leia também|comentários|potrebbe interessarti"
        + @"|leggi anche|commenti|читайте также|комментарии|отзывы|похожие|самые популярные|ilgili haberler|bunlar da|yorumlar|oxşar xəbərlər|şərhlər|читайте також|коментарі|схожі)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Wait)]
    private static partial Regex Rest();
}
