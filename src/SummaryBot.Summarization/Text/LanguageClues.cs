namespace SummaryBot.Summarization.Text;

/// <summary>What gives a language away besides its stop words.</summary>
/// <param name="Language">ISO 639-1 code; null for a neighbor that is known only so that it is not taken for another language.</param>
/// <param name="Core">Its commonest words, of all lengths.</param>
/// <param name="Letters">Its letters beyond a to z, or beyond those that Russian and Ukrainian share.</param>
/// <param name="Lacks">Letters of the common alphabet that only its foreign words have.</param>
/// <param name="Endings">Endings of its longer words, of two to five letters.</param>
/// <param name="Words">Frequent words of news and headlines; its stop words add to them.</param>
internal sealed record LanguageClues(string? Language, string Core, string Letters, string Lacks, string Endings, string Words)
{
    /// <summary>The common alphabets. Letters outside of them and of every list speak against all languages.</summary>
    public const string Latin = "abcdefghijklmnopqrstuvwxyz", Cyrillic = "абвгдежзийклмнопрстуфхцчшщьюя";

    private static readonly string[] CyrillicLanguages = ["ru", "uk"];

    private static readonly LanguageClues[] Own =
    [
        new("az", "və bu bir ki üçün ilə da də olub edib sonra görə o isə daha ən hər kimi olan onun qədər həm tərəfindən yeni deyib artıq iki üç",
            "əıöğüçşİ", "w", "araq ərək nın nin nun nün sı şdı ası əsi lar lər ları ləri ların lərin dır dir dur dür ıb ib ub üb ndə nda dən "
            + "dan mış miş acaq əcək maq mək lıq lik lığı liyi yyət çılar çi",
            "dedi bildirdi bildirib prezident nazir naziri nazirliyi dövlət ölkə ölkədə hökumət il ildə ilin gün yeni bakı bakıda azərbaycan "
            + "keçirilib məlumat şəhər şəhəri qəbul neft "
            + "nəfər faiz milyon manat xalq həyata hadisə polis açılıb artıb başladı qalib "
            + "bazar ertəsi çərşənbə axşamı cümə şənbə yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr qiymət "
            + "qiymətlər qərar bank məktəb universitet bahalaşdı ucuzlaşdı azaldı"),
        new("de", "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an aus er hat dass sie nach wird "
            + "bei einer um am einen wie vor war",
            "äöüßé", "", "den ten te ne re le ung ungen lich liche lichen keit heit isch ische ischen schaft tion eren ten ern ieren ierung "
            + "zeug land",
            "sagte sagt deutschland deutsche deutschen regierung präsident minister prozent millionen milliarden euro jahr jahre jahren neue "
            + "neuen neuer polizei stadt uhr heute gestern "
            + "berlin kritik land frau mann menschen kinder warnt fordert plant steigt will nächste woche mehr "
            + "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober "
            + "november dezember preis preise gericht krieg schule schulen streik arbeit bahn gewinnt steigen sinken"),
        new("en", "the of and to in a is that for on was with as by at from it he are has be have its an this were his who not will their but "
            + "her she they you we him them if so what",
            "", "", "re le ne te ce de ing tion tions ence ance ets ate ed ly ness ment ments ers ies ght ous able ould ful less ship ties",
            "said says say new one two first year years people government president minister police million billion percent today world united "
            + "states us uk city court killed dies could would may "
            + "might must back back against home law week day man woman market prices rise rises fall falls election workers school says calls "
            + "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october "
            + "november december court war strike price work wins opens closes schools after plan plans"),
        new("es", "el la los las de del un una y en que es por con para no se su al lo como más ha sus fue a tras este sobre dos",
            "áéíóúñü", "w", "te de re ce ción ciones dad dades mente ando iendo aron ieron aba ados adas idos ista istas ería eza ar er ir",
            "dijo gobierno presidente presidenta ministro ministra país países año años millones euros ciudad policía nuevo nueva nuevos según "
            + "ayer hoy primer primera día semana ley españa mundo "
            + "personas muertos trabajadores crece sube baja pide anuncia gana "
            + "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre "
            + "noviembre diciembre precio precios guerra huelga escuela escuelas trabajo empresa tribunal mayor"),
        new("fr", "le la les de des du un une et en à est que qui dans pour par sur au aux l d avec ne pas plus ce cette il elle a ont son sa "
            + "ses été s n se",
            "àâéèêëîïôùûüçœæÿ", "", "re le ne de te ce tion tions ment ements eux euse aient ance ence ité eur eurs ois oise aux elle elles "
            + "ique iques ée ées és er ait",
            "gouvernement président ministre pays an ans année années million millions milliards euros ville police nouveau nouvelle nouveaux "
            + "france français française paris annonce homme femme "
            + "mort morts hausse baisse selon jour semaine deux trois loi grève appelle veut monde "
            + "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre "
            + "décembre prix guerre grève école écoles travail entreprise tribunal plus"),
        new("it", "il la le i di del della dei in un una e che è per con non si al alla gli da sono l ha dell nel lo più ai dal delle su dopo "
            + "hanno anche",
            "àèéìòùí", "jwxy", "re le ne de te zione zioni mente ità ato ati ata ate ando endo ere are ire ista isti iamo ono ezza aggio tore "
            + "tori tà nza",
            "detto governo presidente ministro paese anno anni milioni miliardi euro città polizia nuovo nuova nuovi oggi ieri italia italiano "
            + "italiana roma giorno settimana legge mondo lavoro morti "
            + "annuncia cresce sale scende chiede vince dopo due tre prima "
            + "lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre "
            + "ottobre novembre dicembre prezzo prezzi guerra sciopero scuola scuole azienda tribunale"),
        new("nl", "de het een en van in is op te dat die met voor zijn niet aan er om ook als bij door naar uit heeft wordt dan nog maar na",
            "éëïèóöü", "", "de den te ten re le ne ijk ijke heid heden ing ingen lijk lijke isch ische aar aan oor eren tie ties oek uur eel "
            + "ijn ijd aat ers jes",
            "zegt zei nieuwe nieuw jaar jaren mensen regering minister politie miljoen miljard procent euro nederland nederlandse stad kabinet "
            + "dag week land vrouw man twee drie krijgt komt gaat "
            + "vandaag gisteren eerste wet meer wil stijgt kinderen bij door "
            + "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober "
            + "november december prijs prijzen oorlog staking school scholen werk bedrijf rechter centrale laat daalt"),
        new("pl", "i w na z się nie to że do jest o jak po za przez dla od a są oraz ale będzie był ma tym jego roku ze",
            "ąćęłńóśźż", "qvx", "ego emu ych ich ami ach ów owy owa owe ość ości enie ania anie acja acji cja cji ski ska skie skiego ował "
            + "owała ać eć ić nej nych",
            "powiedział rząd rządu prezydent premier minister kraj kraju rok roku lat lata milionów miliardów złotych procent miasto miasta "
            + "policja polska polski polsce polskie nowy nowa nowe warszawa "
            + "dzień tydzień osób osoby ludzi dwa trzy ustawa wzrost rośnie wygrał dziś wczoraj "
            + "poniedziałek wtorek środa środę czwartek piątek sobota sobotę niedziela niedzielę stycznia lutego marca kwietnia maja czerwca "
            + "lipca sierpnia września października listopada grudnia cena ceny wojna strajk szkoła szkoły praca firma sąd dwie"),
        new("pt", "o a os as de do da dos das um uma e em que é por para com no na ao não se foi mais nos nas à pelo pela ou depois",
            "ãõáâàéêíóôúçü", "wy", "te de re ce ção ções dade dades mente ando endo aram eram iram ado ada ados adas inho eiro eira ões ães "
            + "agem ência ância ar er ir",
            "disse governo presidente ministro ministra país países ano anos milhões euros reais cidade polícia novo nova novos segundo dois "
            + "duas três dia semana lei brasil portugal mundo pessoas mortos "
            + "trabalhadores cresce sobe desce pede anuncia vence primeiro primeira "
            + "segunda terça quarta quinta sexta feira sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro "
            + "novembro dezembro preço preços guerra greve escola escolas trabalho empresa tribunal maior"),
        new("ru", "и в на не что с по из для от за его к как о у был она это при после но до также были или их года а",
            "ыэъё", "", "ого его ому ыми ими ать ять ить еть ться тся ение ения ений ание ания ость ости ции ция ский ская ские ского ной ил ал "
            + "ыл ял ла ли ло ные ный ных ства ство ает яет ают яют ует",
            "сегодня завтра вчера сказал заявил заявила сообщил сообщила сообщает россия россии москва москве президент министр правительство "
            + "правительства страна страны год года году лет миллионов тысяч рублей процентов "
            + "новый новая новые новых человек люди город города власти суд закон день недели первый "
            + "понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье января февраля марта апреля мая июня июля "
            + "августа сентября октября ноября декабря цена цены война школа школы работа компания"),
        new("uk", "і в на не що з у до за та й про від це для його як під після який але із є або також року було через щодо",
            "іїєґ", "", "ого ому ими ати яти ити іти ться ння ення ання ість ості ції ція ський ська ські ського ної ній них ний ство іть ють "
            + "ає ів їв ив ав ла ли ло",
            "сьогодні завтра вчора сказав заявив заявила повідомив повідомила повідомляє україна україни україні київ києві президент міністр "
            + "уряд уряду країна країни рік року років мільйонів тисяч гривень відсотків новий нова "
            + "нові нових людей люди місто міста влада суд закон день тижня перший "
            + "понеділок вівторок середа середу четвер ятниця субота суботу неділя неділю січня лютого березня квітня травня червня липня "
            + "серпня вересня жовтня листопада грудня ціна ціни війна школа школи робота компанія"),
        new("tr", "ve bu bir de da için ile olarak daha çok en sonra gibi olan kadar ise o olduğunu ancak iki üç ya yeni ne göre son her dün değil",
            "çğıöşüâîûİ", "qwx", "arak erek de den te ten le re ne ye ce lerde dı dü tı tü ası esi mesi nın nin nün lar ler ları leri ların "
            + "lerin dır dir dur dür tır tir yor ıyor iyor uyor üyor acak ecek mak mek lık lik lığı liği miş mış ında inde daki deki",
            "dedi söyledi açıkladı cumhurbaşkanı başkan başkanı bakan bakanı bakanlığı devlet ülke ülkede hükümet yıl yılda yılın gün yeni "
            + "istanbul ankara türkiye şehir kişi yüzde milyon milyar lira polis "
            + "haber başladı arttı kazandı etti bin iki üç ilk büyük "
            + "pazartesi salı çarşamba perşembe cuma cumartesi pazar ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık "
            + "fiyat fiyatı fiyatlar fiyatları karar kararı savaş mahkeme grev okul okullar banka bankası merkez oldu aldı"),
    ];

    private static readonly LanguageClues[] Neighbors =
    [
        Neighbor("åäö", "och att det som en på är av för med till den har inte om ett han men var jag sig från vi så kan när efter också mot"),
        Neighbor("æøåé", "og det er som en på av for med til den har ikke et han men var jeg seg sig fra vi så kan når efter etter også blev "
            + "ble af ved etter at skal"),
        Neighbor("äöå", "ja on ei että oli se hän mutta myös kun kuin joka jotka ovat mukaan sekä vuonna sen tämä jos niin noin ole mukaan "
            + "kertoo sanoo kanssa"),
        Neighbor("äöüõšž", "ja on ei et oli see ta aga ka kui mis kes oma ning või pole nii selle eesti aasta"),
        Neighbor("ăâîșțşţ", "și în de la cu care pe pentru nu mai din este au că un o sunt după fost prin ale lui ca se fi sau dar această "
            + "acest a al"),
        Neighbor("áéíóöőúüű", "a az és hogy nem is egy volt már csak meg de ez mint azt szerint lesz van ki el még után magyar kell vagy aki "
            + "amely"),
        Neighbor("áčďéěíňóřšťúůýž", "a se na je v že to s z do i o k ve jsou jako by ale za pro po podle které který jeho už být od však nebo"),
        Neighbor("áäčďéíĺľňóôŕšťúýž", "a sa na je v že to s z do aj o k vo sú ako by ale za pre po podľa ktoré ktorý jeho už byť od však alebo"),
        Neighbor("àçèéíïòóúü", "el la els les l d va de del dels i que en per amb no un una és al als ha com més però també va seva aquest "
            + "aquesta són des fins li hi ho"),
        Neighbor("čćđšž", "i je u se na da su za od s koji koja koje nije bi što kao ali ili iz o do te biti sam će prema nakon godine"),
        Neighbor("ąčęėįšųūž", "ir yra kad su į iš bet tai kaip buvo apie po dėl nuo už taip jau tik pagal"),
        Neighbor("āčēģīķļņšūž", "un ir ka ar no uz par bet kas to kā bija arī pēc lai vai gan tas"),
        Neighbor("ëç", "dhe në e të i për me që nga një është ka se nuk do më si por kjo ky janë"),
        Neighbor("", "yang dan di untuk dengan dari ini pada tidak akan itu dalam oleh telah juga adalah ke bisa orang tahun mengatakan sebagai"),
        Neighbor("ъ", "на се за да от е са по че като с не и във при със към който която които беше към през след има ще са му си във бъде вече "
            + "този тази това тези или ли бил до вторник сряда петък", endings: "ят ият ът ите ата ото ъл"),
        Neighbor("ўіыэё", "і у не на што з як па гэта да але за для ён яна яны быў была ад пра якія які таксама", lacks: "ищ"),
        Neighbor("ђјљњћџ", "је у и да се на су за од са који која није би што као али из о до ће према након године", lacks: "йщьюя"),
        Neighbor("ѓѕјќљњџѐѝ", "на и во да се од за со е не што како но или ќе го ја беше по ги", lacks: "йщьюя"),
        Neighbor("әғқңөұүһіыэё", "және мен бен бұл үшін да де бір деп болды болып туралы жылы қазақстан"),
    ];

    /// <summary>The languages of the stop lists first, then the neighbors.</summary>
    public static IReadOnlyList<LanguageClues> All { get; } = [.. Own, .. Neighbors];

    /// <summary>Whether its common alphabet is the Cyrillic one.</summary>
    public bool IsCyrillic => Language is null
        ? Core.AsSpan().IndexOfAnyInRange('а', 'я') >= 0
        : CyrillicLanguages.Contains(Language, StringComparer.Ordinal);

    private static LanguageClues Neighbor(string letters, string words, string lacks = "", string endings = "") =>
        new(null, words, letters, lacks, endings, "");
}
