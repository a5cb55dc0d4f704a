using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SummaryBot.Summarization.Reading;

/// <summary>The phrases by which the furniture of pages is known.</summary>
internal static class FurniturePhrases
{
    private static readonly PhraseSearch English = new(
        """
        all rights reserved|contributed to this report|contributed to this story|contributed to this article
        e-mail to a friend|scroll down for video|this material may not be published|entire contents of this article|email your story ideas
        sign up for our|sign up to our|sign up for the newsletter|sign up for free|sign up to receive|our newsletter|your inbox
        breaking news alerts
        subscribe to our|subscribe to continue|subscribe now|subscribe today|to continue reading|to read the full|to read this article
        already a subscriber
        create a free account|please log in|get unlimited access|for unlimited access|start your free trial|cancel anytime
        we use cookies|site uses cookies|app uses cookies|our use of cookies|accept all cookies|accept cookies|cookie policy
        we and our partners
        our partners use|manage your privacy|our privacy policy|you agree to our|agree to the terms|personalised ads|personalized ads
        we value your privacy
        enable javascript|disable your ad|turn off your ad|click here|download our app|follow us on|follow @
        like us on facebook|join the conversation|share this article|share this story|share on facebook|share your thoughts
        not currently accepting comments
        view comments|comments section below|opinions expressed in this|views expressed in this|image copyright|media playback is
        continue reading below
        story continues below|article continues below|continues after advertisement|an earlier version of this|weekdays at
        available on itunes
        with inputs from|with agency inputs|inputs from agencies
        """);

    private static readonly FrozenDictionary<string, PhraseSearch> Others = new Dictionary<string, PhraseSearch>(StringComparer.Ordinal)
    {
        ["az"] = new(
            "bütün hüquqlar qorunur|saytımıza abunə|kanalımıza abunə|bülletenimizə|sayt cookie|saytımız cookie|kukilərdən istifadə"),
        ["tr"] = new("tüm hakları saklıdır|çerez kullan|çerezleri kabul|bültenimize|bültene abone|abone olun"),
        ["ru"] = new(
            "все права защищены|подписывайтесь на|подпишитесь на|использует файлы cookie|используем файлы cookie|читайте также|"
            + "ссылка скопирована"),
        ["uk"] = new(
            "усі права захищені|всі права захищені|підписуйтесь на|підпишіться на|підписуйтеся на|використовує файли cookie|"
            + "використовуємо файли cookie"),
        ["de"] = new(
            "alle rechte vorbehalten|newsletter abonnieren|unseren newsletter|wir verwenden cookies|verwendet cookies|"
            + "cookies akzeptieren|jetzt abonnieren"),
        ["fr"] = new(
            "tous droits réservés|notre newsletter|nos newsletters|nous utilisons des cookies|utilise des cookies|"
            + "accepter les cookies|abonnez-vous|réservé aux abonnés|réservé à nos abonnés"),
        ["es"] = new(
            "todos los derechos reservados|suscríbete|suscríbase|nuestro boletín|utilizamos cookies|usamos cookies|utiliza cookies|"
            + "aceptar cookies|aceptar todas las cookies"),
        ["it"] = new(
            "tutti i diritti riservati|riproduzione riservata|iscriviti alla|abbonati a |utilizziamo i cookie|utilizza i cookie|"
            + "utilizza cookie|accetta i cookie|accetta tutti"),
        ["pt"] = new("todos os direitos reservados|assine a nossa|assine nossa|inscreva-se n|aceitar cookies|aceitar todos os cookies"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<char, FurniturePhrase[]> Openings = ByFirstLetter(
        // longest sentence|phrases; those in capitals count in capitals only
        """
        30|daily mail reporter|mailonline reporter|associated press|press association|advertisement|live updates
        90|published:|updated:|updated at|updated on|last updated|posted:|created:|first published|reporting by|editing by|writing by
        90|additional reporting|compiled by|edited by
        9999|published:.|updated:.|read more|read the|read this|read i |read also|also read|also watch|also see|see also|read:|watch:|READ
        9999|WATCH|ALSO|follow @|scroll down
        120|photo:|photos:|photo by|photo credit|photograph:|photographs:|image:|image source|image courtesy|picture:|pictures:
        120|pictured above|file photo|file picture
        120|video:|graphic:|illustration:|getty images|image caption|picture courtesy|photo courtesy|media caption|source:|sources:
        120|credit:|copyright ©|copyright 1|copyright 2|copyright (c)|©
        140|more from|for more on|for more information|for more stories|for more news|for more cnn|for more mental|read full|read our
        140|read about|read how|read what|watch |see photos|see pictures
        140|see more|see the full|click |tap |sign up|sign in|log in|subscribe|share this|share via|tweet this|follow us|like us
        140|join us on|e-mail us|email us|email to|contact us
        140|topics:|tags:|filed under|related:|related articles|related stories|related content|recommended for you|recommended stories
        140|most read|don't miss:|editor's note|disclaimer
        140|opinion:|listen to|this article was originally|this story was originally|this article originally|this story has been
        140|this article has been|this story has not been|what do you think
        140|tell us|have your say|share your|let us know|hide caption|show caption|to comment on|sorry we are|sorry, we are
        140|the comments below|correction:|clarification:
        140|if you or someone|call the samaritans|for confidential support|visit our|skip to|jump to
        140|həmçinin oxuyun|oxuyun:|foto:|mənbə:|ayrıca bakınız|ayrıca oku|fotoğraf:|kaynak:|haberin devamı|фото:|источник:|читать далее
        140|подробнее:|смотрите также
        140|джерело:|дивіться також|читати далі|читайте також|lesen sie auch|lesen sie mehr|mehr zum thema|bild:|quelle:|lire aussi
        140|à lire aussi|lire la suite|photo :|crédit photo|source :
        140|lea también|lee también|leer más|más información:|fuente:|te puede interesar|leggi anche|continua a leggere|fonte:|leia também
        140|leia mais|saiba mais|veja também|crédito:
        """);

    /// <summary>Phrases by which a sentence of up to some 30 words is known wherever they stand in it.</summary>
    public static PhraseSearch Anywhere(string language) => Others.GetValueOrDefault(language, English);

    /// <summary>Phrases by which a sentence is known that they open, by their first letter in lower case.</summary>
    public static ReadOnlySpan<FurniturePhrase> ByInitial(char initial) => Openings.TryGetValue(initial, out var phrases) ? phrases : [];

    private static FrozenDictionary<char, FurniturePhrase[]> ByFirstLetter(string table) => table.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(Phrases)
        .GroupBy(phrase => char.ToLowerInvariant(phrase.Text[0]))
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static IEnumerable<FurniturePhrase> Phrases(string line)
    {
        var parts = line.Split('|');
        var longest = int.Parse(parts[0], CultureInfo.InvariantCulture);
        return parts.Skip(1).Select(phrase => new FurniturePhrase(phrase, longest, IsCased: phrase.Length > 2 && char.IsUpper(phrase[1])));
    }
}

/// <summary>Words that open furniture.</summary>
/// <param name="Text">The words.</param>
/// <param name="Longest">The length in characters up to which a sentence that they open is furniture.</param>
/// <param name="IsCased">Whether they count in this case only.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FurniturePhrase(string Text, int Longest, bool IsCased);
