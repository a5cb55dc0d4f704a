namespace SummaryBot.Summarization.Text;

/// <content>Russian, Ukrainian, Turkish, Azerbaijani, Armenian, Greek.</content>
internal static partial class SplitTables
{
    public static SplitRules Russian { get; } = new(
        never: "им ул пл пр-т просп пер наб бул ш пос дер пгт обл р-н проф акад доц канд докт тов гр г-н г-жа св т.е т.н т.к т.наз напр см ср рис тж ген полк подп кап лейт "
            + "дол евр англ нем лат греч мр с.х и.о зам гос мин",
        numbers: "стр с п пп ст гл рис табл тел кв д корп оф ок прим разд т тт вып ч янв февр мар апр авг сент окт нояб дек № р",
        may: "г гг в вв н.э до.н.э руб коп млн млрд трлн тыс пр л км см мм кг мин сек чел экз долл р янв февр апр авг сент окт нояб дек проц обл",
        opens: "в во на с со к ко от из за по под над при про для без до о об у через между перед после против среди вокруг около он она оно они мы вы я ты это этот "
            + "эта эти тот та те то его её ее их наш наша ваш мой свой и а но или да же если когда пока хотя потому поэтому так как что чтобы кто где куда откуда почему "
            + "зачем сколько какой какая какие не ни нет никто ничего все всё весь вся каждый многие несколько некоторые другие также тоже только уже еще ещё теперь "
            + "сейчас сегодня вчера завтра потом затем тогда там здесь тут однако кроме например по-прежнему был была было были есть будет может можно надо нужно два две "
            + "три один одна одно согласно ранее позже позднее всего более менее")
    {
        Dates = new WordSet("г гг в вв"),
    };

    public static SplitRules Ukrainian { get; } = new(
        never: "ім вул пл просп пров бульв наб смт обл р-н проф акад доц канд тов гр св т.зв т.з т.к напр див пор рис ген полк п пп о зам мін",
        numbers: "стор с ст гл рис табл тел кв буд корп оф бл п пп розд т тт № січ лют бер квіт трав черв лип серп вер жовт лист груд",
        may: "р рр ст н.е грн коп млн млрд трлн тис ін км см мм кг хв год чол дол м с січ лют бер квіт трав черв лип серп вер жовт лист груд",
        opens: "у в на з із зі до від за по під над при про для без о об через між перед після проти серед навколо близько він вона воно вони ми ви я ти це цей ця ці той "
            + "та те ті його її їх наш і й а але або чи якщо коли поки хоча тому так як що щоб хто де куди чому навіщо скільки який яка які не ні немає ніхто нічого усі всі "
            + "все весь кожен багато кілька деякі інші також теж тільки лише вже ще тепер зараз сьогодні вчора завтра потім тоді там тут однак проте крім наприклад був була "
            + "було були є буде може можна треба два дві три один одна згідно раніше пізніше")
    {
        Dates = new WordSet("р рр ст"),
    };

    public static SplitRules Turkish { get; } = new(
        never: "dr prof doç yrd öğr gör uzm av sn hz st op müh mim bkz örn krş alb bnb tgm org orgen korg tuğg gen yzb bşk",
        numbers: "no nr s ss sf cilt md tel yak",
        may: "vd yy cad sok sk mah blv apt ltd şti a.ş inc co jr m.ö m.s İÖ İS bul",
        opens: "bu şu o biz siz ben sen onlar bir iki üç her bazı birçok çok hiç tüm bütün ve ama fakat ancak ya da eğer çünkü hem ne nasıl neden niçin kim nerede sonra önce "
            + "daha artık şimdi dün bugün yarın burada orada öte ayrıca böylece bunun bunu buna bundan onun ona ondan için göre kadar ise de da evet hayır İki İlk İşte İçin "
            + "İnsanlar son yeni var yok polis yetkililer")
    {
        HaveOrdinals = true,
    };

    public static SplitRules Azerbaijani { get; } = new(
        never: "dr prof dos akad məs bax müq cən c x s küç pr prosp mam g gen polk kap adına yəni t.e f.e i.e",
        numbers: "no № s səh maddə tel mənzil ev d",
        may: "b h ş r il əsr e b.e.ə mln mlrd min man qəp km kv r-nu a.ş mmc",
        opens: "bu o biz siz mən sən onlar bir iki üç hər bəzi bir çox çoxlu heç bütün və amma ancaq lakin isə ya da əgər çünki həm nə necə niyə nə kim harada sonra əvvəl "
            + "daha artıq indi dünən bugün sabah burada orada həmçinin bundan bunun buna onun ona üçün görə qədər bəli xeyr İndi İki İlk İnsanlar yeni var yox polis ümumilikdə "
            + "belə beləliklə bununla qeyd xatırladaq hadisə tədbir tədbirdə məlumata");

    /// <summary>Armenian's full stop looks like a colon and is often typed as one; its dot only pauses.</summary>
    public static SplitRules Armenian { get; } = new("", "", "", "", Characters.Terminators.Replace(".", ":", StringComparison.Ordinal));

    /// <summary>Greek asks with a semicolon.</summary>
    public static SplitRules Greek { get; } = new(
        never: "κ κα κος δρ καθ αγ λ.χ π.χ βλ δηλ",
        numbers: "αρ σελ σ άρθ τηλ παρ κεφ",
        may: "κ.ά κλπ μ.Χ π.Χ εκ δισ χιλ",
        opens: "ο η το οι τα τον την του της των ένας μια ένα αυτός αυτή αυτό αυτοί στο στη στην στον στα σε με από για και αλλά ή αν όταν όπως πώς που πού τι ποιος γιατί δεν "
            + "θα να όμως επίσης σήμερα χθες τώρα μετά πριν κατά όλοι πολλοί",
        Characters.Terminators + ";\u037E");
}
