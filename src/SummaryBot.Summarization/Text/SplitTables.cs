namespace SummaryBot.Summarization.Text;

/// <summary>The abbreviations and openings of the languages that news is read in most; here the Germanic ones.</summary>
internal static partial class SplitTables
{
    public static SplitRules English => field ??= new(
        never: """
            mr mrs ms dr prof gen sen rep gov lt col sgt capt cpl maj adm cmdr brig rev hon pres supt det insp messrs mme mlle fr Mt Ft e.g
            i.e v vs viz cf incl excl
            """,
        numbers: """
            no nos n° nº № fig figs p pp art arts sec sect vol vols ch para pt approx rs tel ext c ca op est jan feb mar apr jun jul aug sep
            sept oct nov dec
            """,
        may: """
            st ave blvd rd hwy inc corp ltd llc co cos bros jr sr al mt ft jan feb mar apr jun jul aug sep sept oct nov dec dept univ assn
            assoc intl Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn
            Tenn Tex Va Vt Wash Wis Wyo Ont Que mph min hrs sq approx Msgr Sgts Gens Sens Reps Govs Profs Drs
            """,
        opens: """
            the a an he she it they we i you his her its their our your my this that these those there here in on at by to of and but or nor
            so yet if when while after before as for from with without within under over since until though although because during despite
            among amid between against about according both however meanwhile also then now still later earlier instead once again perhaps
            maybe soon only even just like unlike what who whom whose why how where which did do does is are was were has have had can could
            will would shall should may might must let please no not none nobody nothing one two three some someone many most all each every
            everyone another other others several few such more less much today yesterday tomorrow tonight yes police officials officers
            authorities investigators prosecutors experts doctors scientists researchers residents witnesses analysts critics supporters
            protesters voters people workers sources shares prices sales thousands hundreds dozens millions nearly almost around asked
            founded born additionally moreover furthermore finally first second third last next
            """)
    {
        Dates = new WordSet("a.m p.m"),
    };

    public static SplitRules German => field ??= new(
        never: """
            dr prof hr hrn fr frl st z ca bzw vgl sog inkl exkl evtl ggf dipl ing med phil jur rer nat kath evang ev dt lat geb gest gen hl
            ehem verh zzgl abzgl mind Mag Msgr Hbf
            """,
        numbers: """
            nr nrn abs art s bd kap tel ca rd ziff anm abb jan feb febr apr aug sep sept okt nov dez
            """,
        may: """
            jr sen str co inc ltd corp mio mrd tsd jh jhd chr jan feb febr apr aug sep sept okt nov dez abt univ
            """,
        opens: """
            der die das den dem des ein eine einer einem einen kein keine er sie es wir ihr ich man mein meine sein seine ihre unser unsere
            dies diese dieser dieses diesem diesen jener alle alles viele einige manche mehrere beide jede jeder in im am an auf aus bei
            beim mit nach von vom vor seit zu zum zur über unter zwischen gegen für ohne durch um bis trotz wegen während und aber oder doch
            denn sondern auch nur noch schon so da dann dort hier nun jetzt wenn als wie was wer wo warum weil ob dass damit dabei danach
            davor dazu deshalb daher dennoch jedoch allerdings außerdem zudem inzwischen mittlerweile zuvor später heute gestern morgen
            nicht nichts laut insgesamt bereits vielleicht zwar eigentlich ist sind war waren hat haben hatte wird werden kann können soll
            sollen muss etwa rund fast Ende Anfang
            """)
    {
        HaveOrdinals = true,
        HaveCapitalNouns = true,
        StreetSuffix = "str",
    };

    public static SplitRules Dutch => field ??= new(
        never: """
            dhr mevr mw dr drs ir ing mr prof ds st jhr bijv resp zgn ca evt incl excl o.a d.w.z i.v.m t.o.v a.u.b m.b.t n.a.v t.a.v min gen
            kol
            """,
        numbers: """
            nr nrs blz p art hfdst afb tel ca jan feb mrt apr jun jul aug sep sept okt nov dec
            """,
        may: """
            jr sr inc ltd co corp bv nv mln mld jl jan feb mrt apr jun jul aug sep sept okt nov dec chr
            """,
        opens: """
            de het een hij zij ze we wij ik je jij jullie u men dit dat deze die er hier daar toen dan nu in op bij van voor met na door uit
            over onder tegen tussen sinds tot naar om aan als wanneer terwijl omdat hoewel maar en of want dus ook wel niet niets geen alle
            alles veel meer elke iedereen wie wat waar waarom hoe welke zo toch volgens vandaag gisteren morgen later eerder daarna intussen
            inmiddels bovendien echter twee drie zijn haar hun ons onze mijn is was had heeft kan wil moet
            """);

    public static SplitRules Danish => field ??= new(
        never: """
            hr fru frk dr prof skt st bl.a f.eks d.v.s dvs evt inkl ekskl ang vedr jf jfr mr mrs ms messrs gen sen rep e.g i.e vs cand mag
            stud adv Mt
            """,
        numbers: """
            nr nr. kl ca s p pp art afsn kap tlf no rs fig pct jan feb mar apr jun jul aug sep sept okt nov dec
            """,
        may: """
            mv mfl m.v m.fl co inc ltd corp jr sr st ave kr mio mia pct m.m jan feb mar apr jun jul aug sep sept okt nov dec
            """,
        opens: """
            den det de en et han hun vi jeg du man der denne dette disse hvad hvem hvor hvorfor hvordan hvornår hvis når da som på i af til
            fra med for om efter før under over ved men og eller så nu her ikke ingen alle mange flere begge også kun først siden ifølge the
            he she they it was were let at in on this that din min hans hendes deres vores er var har havde kan vil skal må
            """)
    {
        HaveOrdinals = true,
        Dates = new WordSet("a.m p.m"),
    };
}
