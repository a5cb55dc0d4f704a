namespace SummaryBot.Tests.Articles.Extraction;

/// <summary>Pages that keep their text back, made up: seven ways to do it in ten languages, each with its own words and markup.</summary>
internal static class GatePages
{
    /// <param name="Lead">The first sentences, which everybody may read.</param>
    /// <param name="Wall">Asks for a subscription or a login before it shows more.</param>
    /// <param name="Offer">What stands beside it.</param>
    /// <param name="Consent">Asks for consent, three sentences.</param>
    /// <param name="Letter">Asks for an address.</param>
    /// <param name="Limit">Says that the free articles are used up.</param>
    internal sealed record Words(string Language, string Title, string Lead, string Wall, string Offer, string[] Consent, string Letter, string Limit);

    public static IReadOnlyList<Words> All { get; } =
    [
        new("en", "Harbor reopens after the storm", "The harbor of Lantern Bay opened again on Monday after a storm had kept ships away for nine days.",
            "Subscribe to continue reading this article", "Get unlimited access for 1 € a month. Cancel anytime. Already a subscriber? Log in",
            ["We and our 812 partners store and access information on your device.", "You can change your choices at any time in the cookie settings.", "Accept all"],
            "Enter your e-mail to read on. Sign up for our newsletter.", "You have reached your limit of free articles."),
        new("de", "Hafen nach dem Sturm wieder offen", "Der Hafen von Laternenbucht wurde am Montag wieder geöffnet, nachdem ein Sturm die Schiffe neun Tage lang ferngehalten hatte.",
            "Jetzt weiterlesen mit Plus", "Monatlich kündbar. Sie sind bereits Abonnent? Melden Sie sich an.",
            ["Wir und unsere 812 Partner speichern Informationen auf Ihrem Gerät.", "Mit Ihrer Zustimmung verarbeiten wir Cookies und Kennungen.", "Alle akzeptieren"],
            "Geben Sie Ihre E-Mail-Adresse ein und abonnieren Sie unseren Newsletter.", "Sie haben Ihre drei freien Artikel gelesen."),
        new("fr", "Le port rouvre après la tempête", "Le port de la baie des Lanternes a rouvert lundi après une tempête qui avait tenu les navires à l’écart pendant neuf jours.",
            "Cet article est réservé aux abonnés", "Abonnez-vous pour 1 € par mois, sans engagement. Déjà abonné ? Connectez-vous",
            ["Nous et nos 812 partenaires stockons des informations sur votre appareil.", "Vous pouvez modifier vos choix de cookies à tout moment.", "Tout accepter"],
            "Saisissez votre adresse. Inscrivez-vous à notre lettre.", "Vous avez lu vos trois articles gratuits."),
        new("es", "El puerto reabre tras la tormenta", "El puerto de la bahía de las Linternas reabrió el lunes después de que una tormenta alejara a los barcos durante nueve días.",
            "Suscríbete para seguir leyendo", "Acceso ilimitado por 1 € al mes. ¿Ya eres suscriptor? Inicia sesión",
            ["Nosotros y nuestros 812 socios almacenamos información en su dispositivo.", "Puede cambiar sus preferencias de cookies cuando quiera.", "Aceptar todo"],
            "Introduce tu correo. Suscríbete a nuestro boletín.", "Has leído tus tres artículos gratuitos."),
        new("pt", "Porto reabre depois da tempestade", "O porto da baía das Lanternas reabriu na segunda-feira depois de uma tempestade ter mantido os navios afastados por nove dias.",
            "Conteúdo exclusivo para assinantes", "Assine por 1 € ao mês. Já é assinante? Faça login",
            ["Nós e os nossos 812 parceiros armazenamos informações no seu dispositivo.", "Você pode alterar as suas escolhas de cookies quando quiser.", "Aceitar todos"],
            "Digite o seu e-mail. Inscreva-se na nossa newsletter.", "Você já leu os seus três artigos gratuitos."),
        new("it", "Il porto riapre dopo la tempesta", "Il porto della baia delle Lanterne ha riaperto lunedì dopo che una tempesta aveva tenuto lontane le navi per nove giorni.",
            "Contenuto riservato agli abbonati", "Abbonati a 1 € al mese. Sei già abbonato? Accedi per entrare",
            ["Noi e i nostri 812 partner archiviamo informazioni sul tuo dispositivo.", "Puoi modificare le tue scelte sui cookie in ogni momento.", "Accetta tutti"],
            "Inserisci la tua email. Iscriviti alla newsletter.", "Hai letto i tuoi tre articoli gratuiti."),
        new("ru", "Порт открылся после шторма", "Порт Фонарной бухты снова открылся в понедельник после шторма, который девять дней не подпускал корабли.",
            "Материал доступен только подписчикам", "Оформите подписку за 1 € в месяц. Уже подписаны? Войдите",
            ["Мы и наши партнёры храним данные на вашем устройстве.", "Вы можете изменить настройки cookie в любое время.", "Принять все"],
            "Введите адрес почты. Подпишитесь на рассылку.", "Вы прочитали все бесплатные статьи."),
        new("uk", "Порт відкрився після шторму", "Порт Ліхтарної бухти знову відкрився в понеділок після шторму, який дев’ять днів не підпускав кораблі.",
            "Матеріал доступний лише передплатникам", "Оформіть передплату за 1 € на місяць. Вже маєте її? Увійдіть",
            ["Ми та наші партнери зберігаємо дані на вашому пристрої.", "Ви можете змінити налаштування cookie будь-коли.", "Прийняти всі"],
            "Введіть адресу пошти. Підпишіться на розсилку.", "Ви прочитали всі безкоштовні статті."),
        new("tr", "Liman fırtınadan sonra açıldı", "Fener Koyu limanı, gemileri dokuz gün uzak tutan fırtınanın ardından pazartesi günü yeniden açıldı.",
            "Okumaya devam etmek için abone olun", "Sınırsız erişim ayda 1 €. Zaten abone misiniz? Giriş yapın",
            ["Biz ve ortaklarımız cihazınızda bilgi saklıyoruz.", "Tercihlerinizi ve çerez ayarlarını istediğiniz zaman değiştirebilirsiniz.", "Tümünü kabul et"],
            "E-posta adresinizi girin. Bültenimize abone olun.", "Ücretsiz makale hakkınız doldu."),
        new("az", "Liman fırtınadan sonra açıldı", "Fənər buxtasının limanı gəmiləri doqquz gün uzaqda saxlayan fırtınadan sonra bazar ertəsi yenidən açıldı.",
            "Oxumağa davam etmək üçün abunə olun", "Limitsiz giriş ayda 1 €. Artıq abunəçisiniz? Daxil olun",
            ["Biz və tərəfdaşlarımız cihazınızda məlumat saxlayırıq.", "Seçimlərinizi və kuki ayarlarını istədiyiniz vaxt dəyişə bilərsiniz.", "Hamısını qəbul et"],
            "E-poçt ünvanınızı yazın. Bülletenimizə abunə olun.", "Pulsuz məqalə limitiniz bitdi."),
    ];

    public static IReadOnlyList<(string Name, Func<Words, string> Html)> Kinds { get; } =
    [
        ("told to machines", it => $$"""
            <html lang="{{it.Language}}"><head><title>{{it.Title}}</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"{{it.Title}}","isAccessibleForFree":"False",
            "hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".rest"} }</script></head><body><main><h1>{{it.Title}}</h1><p>{{it.Lead}}</p>
            <section class="offer"><h2>{{it.Wall}}</h2><p>{{it.Offer}}</p></section></main></body></html>
            """),
        ("wall after two paragraphs", it => $"""
            <html lang="{it.Language}"><body><article><h1>{it.Title}</h1><div class="content"><p>{it.Lead}</p><p>{it.Lead[..(it.Lead.Length / 2)]}…</p></div>
            <div class="wall"><p><strong>{it.Wall}</strong></p><p>{it.Offer}</p><a href="/login">{it.Offer}</a></div></article></body></html>
            """),
        ("consent in place of the page", it => $"""
            <html lang="{it.Language}"><head><title>Consent</title></head><body><div id="cmp" role="dialog"><p>{it.Consent[0]}</p><p>{it.Consent[1]}</p>
            <button>{it.Consent[2]}</button><a href="/privacy">{it.Consent[2]}</a></div></body></html>
            """),
        ("consent before the text", it => $"""
            <html lang="{it.Language}"><body><div class="layer"><div><p>{it.Consent[0]} {it.Consent[1]}</p><p>{it.Consent[2]}</p></div></div><div class="page"><h1>{it.Title}</h1><p>{it.Lead}</p></div></body></html>
            """),
        ("newsletter gate", it => $"""
            <html lang="{it.Language}"><body><div class="post"><h1>{it.Title}</h1><p>{it.Lead}</p><form action="/letter"><label>{it.Letter}</label><input type="email" name="mail"><button>OK</button></form>
            <p>{it.Letter}</p></div></body></html>
            """),
        ("limit of free articles", it => $"""
            <html lang="{it.Language}"><body><table><tr><td><h1>{it.Title}</h1>{it.Lead}<br><br><b>{it.Limit}</b><br>{it.Wall}<br>{it.Offer}</td></tr></table></body></html>
            """),
        ("login in place of the text", it => $"""
            <html lang="{it.Language}"><body><h1>{it.Title}</h1><form method="post"><h2>{it.Wall}</h2><input name="user"><input type="password" name="p"></form><p>{it.Wall}. {it.Offer}</p></body></html>
            """),
    ];

    /// <summary>Articles, all there, that tell of subscriptions, logins, cookies and newsletters.</summary>
    public static IReadOnlyList<(string Language, string[] Paragraphs)> Articles { get; } =
    [
        ("en", ["Readers must subscribe to continue reading most of the paper's stories from next month, the publisher of the Lantern Bay Gazette said on Tuesday.",
            "The paper had asked its readers to accept cookies since 2019, but regulators found that a banner saying “we use cookies” was not enough to show consent.",
            "“You have reached a point at which advertising alone does not pay for reporters,” the editor, Ada Quill, told the staff at a meeting in the newsroom.",
            "About 40,000 people get the newsletter of the paper, and one in ten of them has become a subscriber, according to figures that it published.",
            "Rivals have gone the same way. To read the full archive of the Harbor Times costs nine a month, while its news stays free for everyone."]),
        ("de", ["Wer die Zeitung der Stadt lesen will, braucht ab dem nächsten Monat ein Abo, teilte der Verlag am Dienstag mit.",
            "Die Aufsicht hatte beanstandet, dass Nutzer auf der Seite Cookies zustimmen mussten, bevor sie einen Artikel lesen konnten.",
            "Die Chefredakteurin Ada Feder sagte vor der Belegschaft, Werbung allein bezahle keine Reporter mehr, und das sei seit Jahren abzusehen gewesen.",
            "Rund 40.000 Menschen beziehen den Newsletter des Blattes, jeder zehnte von ihnen ist nach Angaben des Hauses inzwischen Abonnent geworden."]),
        ("ru", ["С будущего месяца газету города смогут читать только подписчики, сообщило издательство во вторник.",
            "Надзорное ведомство сочло, что сайт не вправе требовать согласия на cookie до того, как человек увидит статью, и оштрафовало владельцев.",
            "Главный редактор Ада Перо заявила на собрании сотрудников, что одна только реклама больше не окупает работу репортёров.",
            "Рассылку газеты получают около сорока тысяч человек, и каждый десятый из них, по данным издательства, уже оформил подписку."]),
        ("tr", ["Kentin gazetesini gelecek aydan itibaren yalnızca aboneler okuyabilecek, yayınevi salı günü bunu duyurdu.",
            "Denetim kurumu, sitenin haber okunmadan önce çerez onayı istemesini haksız buldu ve sahiplerine para cezası verdi.",
            "Genel yayın yönetmeni Ada Kalem, çalışanlara yalnızca reklamın artık muhabirlerin işini karşılamadığını söyledi.",
            "Gazetenin bültenini kırk bin kişi alıyor ve yayınevinin verilerine göre her on kişiden biri abone oldu."]),
    ];
}
