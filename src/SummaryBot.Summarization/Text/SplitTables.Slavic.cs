namespace SummaryBot.Summarization.Text;

/// <content>The Slavic languages.</content>
internal static partial class SplitTables
{
    public static SplitRules Russian => field ??= new(
        never: """
            им ул пл пр-т просп пер наб бул ш пос дер пгт обл р-н проф акад доц канд докт тов гр г-н г-жа св т.е т.н т.к т.наз напр см ср
            рис тж ген полк подп кап лейт дол евр англ нем лат греч мр с.х и.о зам гос мин
            """,
        numbers: """
            стр с п пп ст гл рис табл тел кв д корп оф ок прим разд т тт вып ч янв февр мар апр авг сент окт нояб дек № р
            """,
        may: """
            г гг в вв н.э до.н.э руб коп млн млрд трлн тыс пр л км см мм кг мин сек чел экз долл р янв февр апр авг сент окт нояб дек проц
            обл
            """,
        opens: """
            в во на с со к ко от из за по под над при про для без до о об у через между перед после против среди вокруг около он она оно они
            мы вы я ты это этот эта эти тот та те то его её ее их наш наша ваш мой свой и а но или да же если когда пока хотя потому поэтому
            так как что чтобы кто где куда откуда почему зачем сколько какой какая какие не ни нет никто ничего все всё весь вся каждый
            многие несколько некоторые другие также тоже только уже еще ещё теперь сейчас сегодня вчера завтра потом затем тогда там здесь
            тут однако кроме например по-прежнему был была было были есть будет может можно надо нужно два две три один одна одно согласно
            ранее позже позднее всего более менее
            """)
    {
        Dates = new WordSet("г гг в вв"),
    };

    public static SplitRules Ukrainian => field ??= new(
        never: """
            ім вул пл просп пров бульв наб смт обл р-н проф акад доц канд тов гр св т.зв т.з т.к напр див пор рис ген полк п пп о зам мін
            """,
        numbers: """
            стор с ст гл рис табл тел кв буд корп оф бл п пп розд т тт № січ лют бер квіт трав черв лип серп вер жовт лист груд
            """,
        may: """
            р рр ст н.е грн коп млн млрд трлн тис ін км см мм кг хв год чол дол м с січ лют бер квіт трав черв лип серп вер жовт лист груд
            """,
        opens: """
            у в на з із зі до від за по під над при про для без о об через між перед після проти серед навколо близько він вона воно вони ми
            ви я ти це цей ця ці той та те ті його її їх наш і й а але або чи якщо коли поки хоча тому так як що щоб хто де куди чому навіщо
            скільки який яка які не ні немає ніхто нічого усі всі все весь кожен багато кілька деякі інші також теж тільки лише вже ще тепер
            зараз сьогодні вчора завтра потім тоді там тут однак проте крім наприклад був була було були є буде може можна треба два дві три
            один одна згідно раніше пізніше
            """)
    {
        Dates = new WordSet("р рр ст"),
    };

    public static SplitRules Polish => field ??= new(
        never: """
            ul al pl os św dr hab prof inż mgr lek ks bp abp kard o tzw tzn np m.in im woj pow gm gen płk ppłk mjr kpt por ppor sierż red
            doc zob ok ww j tj wg adw mec dyr prez min
            """,
        numbers: """
            nr art ust pkt str s t tel godz poz rozdz ok par rys tab lit
            """,
        may: """
            r w tys mln mld zł gr proc wiek ha cd ds dn pn ub br bm
            """,
        opens: """
            w we na do z ze od po przed przez przy dla bez o u pod nad między za i a ale lub oraz jednak więc bo gdyż jeśli jeżeli gdy kiedy
            jak gdzie co kto czy dlaczego że ten ta to te ci tego tej on ona ono oni one ja ty my wy pan pani nie nikt nic wszyscy wszystko
            każdy wielu kilka niektórzy inni także również tylko już jeszcze teraz dziś dzisiaj wczoraj jutro potem później wtedy tak jest
            są był była było byli jego jej ich nasz według podczas około ponad dwa dwie trzy mimo jako zdaniem
            """)
    {
        Dates = new WordSet("r w"),
    };
}
