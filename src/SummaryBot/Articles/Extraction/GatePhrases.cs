using System.Text.RegularExpressions;

namespace SummaryBot.Articles.Extraction;

/// <summary>The words with which a page keeps its text back. They are addressed to the reader, so they open a sentence; an article about subscriptions or cookies does not talk so.</summary>
internal static partial class GatePhrases
{
    private const string Opens = @"(^|[.!?:;…»”""|·–—-]\s?)[¿¡*\s]*";

    private const int Longest = 400, Wait = 1000;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>What says that there is more to read than is shown.</summary>
    private const string WallWords =
        @"(subscribe( now| today)?|(sign|log) ?in|sign up|register|join)( now| today)?,? (to|and|or .{1,20} to|in order to) (continue|keep|read|finish|unlock|view|see the)|subscribe to (the )?\w+( \w+)? to (read|continue)|unlock (this|the|unlimited)|(continue|keep) reading (with|for|by|this)"
        + @"|to (continue|keep) reading|to read (the (full|whole|entire) (article|story|text|piece|version|report|content)|the rest|this (article|story)|more,)|read the (full|whole) (story|article) (with|for|by)|(the rest of )?this (article|story|content|page|report) is (only )?(for|reserved|available (only )?(to|for)|exclusive)"
        + @"|(subscribers|members) only|(only|exclusive to|exclusively for|for) (our )?(paying )?(subscribers|members)( only)?\W*$|you(['’]ve| have) (reached|read|used|hit) (your|all|the|\d)|(want|would you like) to (keep|read more|read the|read this)|you have \d .{0,20}(articles|stories) (left|remaining)"
        + @"|please (subscribe|disable your ad|turn off your ad|allow ads)|(we|it looks like)(( have|['’]ve)? (noticed|detected)( that)? you| you).{0,30}ad ?-?block"
        + @"|jetzt weiterlesen|weiterlesen mit|um (weiterzulesen|weiter zu lesen|den (ganzen|vollständigen|gesamten) )|diese[rn]? (artikel|inhalt|beitrag|text) (ist (nur |exklusiv )?(für|exklusiv)|weiterlesen)|lesen sie (diesen artikel|weiter|den ganzen)"
        + @"|anmelden und (weiterlesen|lesen)|(mit|für) .{0,25}(abo|plus)\b.{0,12}(weiterlesen|lesen)|nur für abonnenten|exklusiv für abonnenten|sie haben .{0,30}artikel gelesen|bitte (deaktivieren|schalten) sie|(registrieren|melden) sie sich.{0,40}(weiter|lesen)"
        + @"|(cet |l['’])?(article|contenu) (est )?réservé|réservé (aux|à nos) abonnés|il vous reste|la suite (est|de cet)|abonnez-vous pour (lire|continuer|accéder)|pour lire (la suite|cet|l['’])|pour (continuer|poursuivre)|vous avez (lu|atteint)|désactivez votre|(inscrivez|identifiez|connectez)-vous pour (lire|continuer|poursuivre)|créez (un|votre) compte.{0,30}pour (lire|continuer|poursuivre)"
        + @"|(este )?(contenido|artículo) (es )?(exclusivo|solo|sólo|reservado)|exclusivo para suscriptores|suscríbe(te|se) para (leer|seguir|continuar)|para (seguir|continuar) leyendo|para leer (el|la|este)|(has|ha) (leído|alcanzado)|desactiv(a|e) (tu|su)|(regístr(ate|ese)|inici(a|e) sesión) para (leer|seguir|continuar)|sig(ue|a) leyendo (con|por)"
        + @"|(este )?(conteúdo|artigo|texto) (é )?(exclusivo|restrito|reservado)|exclusivo para assinantes|assine (já )?(para|e) (ler|continue|continuar)|para (continuar|seguir) (lendo|a ler)|para ler (a|o|este|na)|você (já )?(leu|atingiu)|desative (o )?seu|(cadastre-se|faça (o )?(seu )?(login|cadastro)) para (ler|continuar)|continue (lendo|a ler) (com|por)"
        + @"|(questo )?(contenuto|articolo) (è )?(riservato|esclusivo|solo)|riservato agli abbonati|abbonati (per|e) (leggere|continua)|per (continuare|proseguire) (a|la)|per leggere|hai (letto|raggiunto)|disattiva|(accedi|registrati) per (leggere|continuare|proseguire)|continua a leggere (con|per)"
        + @"|(этот |эта )?(материал|статья|текст|полный текст|полная версия) (доступ|только)|доступно (только|по)|только для подписчиков|чтобы (продолжить|читать|прочитать|дочитать)|вы (прочитали|исчерпали)|отключите|(войдите|зарегистрируйтесь|подпишитесь),? чтобы (читать|прочитать|продолжить)|для продолжения чтения"
        + @"|(цей |ця )?(матеріал|стаття|текст|повний текст) (доступ|лише|тільки)|(лише|тільки) для передплатників|щоб (продовжити|читати|прочитати|дочитати)|ви (прочитали|вичерпали)|вимкніть|(увійдіть|зареєструйтеся|підпишіться),? щоб (читати|прочитати|продовжити)"
        + @"|(bu )?(içerik|haber|yazı|makale) (sadece |yalnızca )?abone|(sadece|yalnızca) aboneler|okumaya devam et|(devamını|tamamını) okumak|ücretsiz (makale|haber) hakkınız|lütfen reklam"
        + @"|(bu )?(məqalə|material|yazı|xəbər) (yalnız |ancaq )?abunə|(yalnız|ancaq) abunəçilər|oxumağa davam et|(davamını|tam mətni|hamısını) oxumaq|pulsuz (məqalə|limit)|zəhmət olmasa reklam";

    /// <summary>What asks for something without saying what for.</summary>
    private const string OfferWords =
        @"subscribe( now| today)? (to|for|and|in order)|(sign|log) ?in (to|and|or)\b|sign up (to|for|and)\b|register (to|now|for|and|free)|create (a|an|your) (free )?account|become a (subscriber|member|patron)|already (a|an) (subscriber|member)|already (subscribed|registered)|start your (free )?(trial|subscription)"
        + @"|get (unlimited|full|digital) access|please (log ?in|sign ?in|register|enable)|enter your e-?mail|choose (a|your) (plan|subscription)|get (our|the) (free )?.{0,30}newsletter|join our (newsletter|mailing list)|unlimited access|cancel (at )?any ?time|support (our|independent|quality) journalism"
        + @"|jetzt (abonnieren|testen|registrieren|anmelden)|(sie sind )?(bereits|schon) (abonnent|registriert|kunde|ein abo)|(melden|loggen) sie sich|registrieren sie sich|abonnieren sie|geben sie ihre e-?mail|unser(en)? newsletter|monatlich kündbar"
        + @"|abonnez-vous|déjà (abonné|inscrit|un compte)|identifiez-vous|créez (un|votre)|connectez-vous|inscrivez-vous|saisissez votre|recevez (notre|la)|sans engagement|accès illimité"
        + @"|suscríbe(te|se)|ya (eres|es|soy) suscriptor|inici(a|e) sesión|regístr(ate|ese)|introdu(ce|zca) tu|recibe (nuestra|nuestro|la|el)|acceso ilimitado|cancela cuando"
        + @"|assine\b|já é (assinante|cadastrado)|faça (o )?(seu )?(login|cadastro)|cadastre-se|inscreva-se|digite (o )?seu e-?mail|receba (nossa|a nossa|o)|acesso ilimitado|cancele quando"
        + @"|abbonati\b|sei già (abbonato|registrato|iscritto)|hai già un|accedi (o|per|e|con)|registrati\b|iscriviti|inserisci la tua|ricevi (la|le|ogni)|accesso illimitato|disdici quando"
        + @"|(оформите|купите|продлите) подписку|подпи(шитесь|сывайтесь)|уже (подписаны|есть подписка|зарегистрированы)|войдите|зарегистрируйтесь|введите (ваш|свой|адрес)|получайте (нашу|наши)|неограниченный доступ"
        + @"|(оформіть|придбайте) (передплату|підписку)|підпи(шіться|суйтесь|суйтеся)|вже (підписані|маєте|зареєстровані)|увійдіть|зареєструйтес|введіть (вашу|ваш|свою|адресу)|отримуйте (нашу|наші)|необмежений доступ"
        + @"|abone ol|zaten (abone|üye)|(giriş|üye girişi) yap|üye ol|kayıt ol|e-?posta adresinizi|bültenimize|sınırsız erişim"
        + @"|abunə ol|artıq (abunə|üzv)|daxil ol(un)?\b|hesabınıza|qeydiyyatdan keç|e-?poçt ünvanı|bülletenimiz|limitsiz giriş";

    private const string ConsentWords =
        @"we (and our (\d+ )?partners|value your privacy|care about your privacy|use cookies|store and|process (your )?personal|need your consent|would like your)|our (\d+ )?partners|this (web)?site uses cookies|by (clicking|continuing|using)|accept (all|cookies|and)|reject all|manage (your )?(cookies|choices|preferences|settings|options)|before you continue|your privacy( choices|:|$)|with your (consent|agreement)|you can (change|withdraw)|i (accept|agree)|cookie (settings|policy|preferences)"
        + @"|some (of our )?partners|agree and|to (give|refuse) (your )?consent|read our (privacy|cookie)"
        + @"|wir (und unsere|verwenden|nutzen|benötigen|brauchen|verarbeiten)|unsere (\d+ )?partner|mit (ihrer|der) (zustimmung|einwilligung)|alle(s)? (akzeptieren|ablehnen)|zustimmen|sie können ihre|ihre (privatsphäre|einwilligung|zustimmung|daten)|akzeptieren|einstellungen|datenschutz|diese (web)?(seite|site) verwendet"
        + @"|nous (et nos|utilisons|respectons|avons besoin)|nos (\d+ )?partenaires|avec votre (accord|consentement)|tout (accepter|refuser)|continuer sans|accepter|paramétrer|gérer (les|mes|vos)|vous pouvez (changer|modifier|retirer)|votre (vie privée|consentement)|ce site utilise|en (cliquant|poursuivant)"
        + @"|(nosotros y )?nuestros (\d+ )?socios|(utilizamos|usamos|almacenamos)|con (tu|su) (consentimiento|acuerdo)|(aceptar|rechazar)|configurar|puede(s)? (cambiar|retirar|modificar)|(tu|su) (privacidad|consentimiento)|este sitio (web )?(usa|utiliza)|al (hacer|continuar)"
        + @"|(nós e )?(os )?nossos (\d+ )?parceiros|(utilizamos|usamos|armazenamos)|com (o )?seu consentimento|(aceitar|rejeitar|recusar)|gerenciar|(você )?pode (alterar|retirar|mudar)|(sua|a sua) privacidade|este site (usa|utiliza)|ao (clicar|continuar)"
        + @"|(noi e )?i nostri (\d+ )?partner|(utilizziamo|usiamo|archiviamo)|con il tuo consenso|(accetta|rifiuta)|gestisci|puoi (modificare|revocare|cambiare)|la tua privacy|questo sito (usa|utilizza)|cliccando|continuando"
        + @"|мы (и наши|используем|ценим|обрабатываем)|наши партн|с вашего согласия|принять( все)?|отклонить|настро(ить|йки)|вы можете (изменить|отозвать)|ваша конфиденциальность|(этот |наш )?сайт использует|продолжая|нажимая|политика конфиденциальности"
        + @"|ми (та наші|і наші|використовуємо|цінуємо|обробляємо)|наші партнери|за вашою згодою|прийняти( всі)?|відхилити|налашту|ви можете (змінити|відкликати)|ваша приватність|(цей |наш )?сайт використовує|продовжуючи|натискаючи|політика конфіденційності"
        + @"|(biz ve )?(iş )?ortaklarımız|(sitemizde|web sitemizde|bu site) .{0,30}çerez|çerez(ler|leri)? (kullan|kabul|ayar|politika)|(tümünü|hepsini) (kabul|reddet)|kabul et|reddet|izninizle|gizliliğiniz|tercihlerinizi|onayınız"
        + @"|(biz və )?tərəfdaşlarımız|(saytımız|bu sayt|saytımızda) .{0,30}(kuki|cookie)|kuki(lər|ləri)? |(hamısını|bütün) (qəbul|rədd)|qəbul (et|edirəm)|rədd et|razılığınızla|məxfiliyiniz|seçimlərinizi|davam etməklə";

    /// <summary>Whether a line says that more is to be read by those who subscribe, log in or pay.</summary>
    public static bool IsWall(string line) => line.Length <= Longest && Wall().IsMatch(line);

    /// <summary>Whether a line asks for a subscription, a login or an address.</summary>
    public static bool IsOffer(string line) => line.Length <= Longest && Offer().IsMatch(line);

    /// <summary>Whether a line asks for consent to being tracked.</summary>
    public static bool IsConsent(string line) => Consent().IsMatch(line.Length <= 2 * Longest ? line : line[..(2 * Longest)]);

    [GeneratedRegex($"{Opens}({WallWords})", Options, Wait)]
    private static partial Regex Wall();

    [GeneratedRegex($"{Opens}({OfferWords})", Options, Wait)]
    private static partial Regex Offer();

    [GeneratedRegex($"{Opens}({ConsentWords})", Options, Wait)]
    private static partial Regex Consent();
}
