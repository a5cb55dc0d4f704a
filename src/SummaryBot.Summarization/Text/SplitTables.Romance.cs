namespace SummaryBot.Summarization.Text;

/// <content>The Romance languages.</content>
internal static partial class SplitTables
{
    public static SplitRules French => field ??= new(
        never: """
            M MM Mme Mmes Mlle Mlles Me Mgr Dr Pr dr pr prof ste cf p.ex env Gal Cdt Cne
            """,
        numbers: """
            n no nos n° p pp art vol chap fig tél env av apr janv févr avr juil sept oct nov déc
            """,
        may: """
            St bd av janv févr avr juil sept oct nov déc inc co ltd jr cie éd hab
            """,
        opens: """
            le la les l un une des du de d au aux il elle ils elles on nous vous je tu ce c cet cette ces ça cela mon ma mes son sa ses leur
            leurs notre nos votre et mais ou or donc car ni si quand comme lorsque puis alors ainsi aussi après avant depuis dans en sur
            sous par pour avec sans selon vers chez entre contre malgré pendant que qu qui quoi où comment pourquoi quel quelle quels
            quelles tout tous toute toutes plusieurs certains aucun aucune chaque beaucoup pourtant cependant toutefois enfin ensuite
            désormais hier aujourd demain deux trois ne n j s à est sont était a ont avait plus moins même peu très
            """);

    public static SplitRules Italian => field ??= new(
        never: """
            sig sigg sig.ra dott dott.ssa dr prof prof.ssa ing avv arch geom rag on sen gen col cap ten mons don s ss st dir amm psicol egr
            gent.mo spett cfr es p.es ecc.mo pres ill min comm cav
            """,
        numbers: """
            n nn nr n° p pp pag pagg art artt tel fig cap vol sez c ca gen feb febbr mar apr mag giu giugno lug ago sett set ott nov dic
            """,
        may: """
            inc ltd co jr a.c d.c s.p.a s.r.l prov gen feb febbr mar apr giu lug ago sett set ott nov dic
            """,
        opens: """
            il lo la i gli le l un uno una un' egli ella lui lei loro noi voi io tu si ci è sono era erano ha hanno aveva questo questa
            questi queste quello quella ma e o anche se quando come dove perché chi che cosa quale non nessuno niente tutti tutto ogni
            alcuni molti di a da in con su per tra fra del dello della dei degli delle al allo alla ai agli alle dal dalla nel nella nei
            nelle sul sulla dopo prima secondo oggi ieri domani poi quindi così inoltre infine intanto già ora ancora più meno due tre
            """);

    public static SplitRules Spanish => field ??= new(
        never: """
            sr sra srta sres sras dr dra d da dña prof profa ing lic arq gral cnel cap tte sgto mons fr sto sta excmo excma ilmo p.ej ej EE
            cra av avda admón pdte dtor
            """,
        numbers: """
            n no núm núms nro n° nº p pp pág págs art arts párr párrf cap vol fig tel tfno ext aprox c km lun mar mié jue vie sáb dom ene
            feb abr may jun jul ago sep sept oct nov dic cra
            """,
        may: """
            uu UU ee.uu inc ltd cía ltda jr a.c d.c c s sa min mill dpto depto ud uds vd vds ene feb mar abr may jun jul ago sep sept oct
            nov dic
            """,
        opens: """
            el la los las lo un una unos unas él ella ellos ellas yo tú nosotros usted ustedes se me te le les nos su sus mi mis este esta
            estos estas esto ese esa eso aquel aquella de del en a al con por para sin sobre entre desde hasta tras según durante contra
            ante bajo y e o u pero mas sino aunque porque pues si cuando como donde que qué quién quien cuál cómo dónde cuándo cuánto no ni
            nadie nada ninguno todo todos toda todas cada muchos muchas algunos algunas varios otro otra otros también además hoy ayer
            mañana ahora entonces luego después antes así ya aún es son era fue fueron ha han había hay está están dos tres más menos envíe
            """);

    public static SplitRules Portuguese => field ??= new(
        never: """
            sr sra srs sras srta dr dra drs prof profa eng enga arq av exmo exma ilmo ilma d dom gen cel cap ten sgt min dep sen gov pe fr
            sto sta p.ex ex adv des
            """,
        numbers: """
            n no nº n° núm p pp pág págs art arts cap vol fig tel r al km aprox c jan fev mar abr mai jun jul ago set out nov dez
            """,
        may: """
            ltda cia inc ltd jr a.c d.c s.a séc jan fev mar abr mai jun jul ago set out nov dez
            """,
        opens: """
            o a os as um uma uns umas ele ela eles elas eu nós você vocês se este esta estes estas isto esse essa isso aquele aquela de do
            da dos das em no na nos nas ao à aos às com por pelo pela para sem sobre entre desde até após segundo durante contra e ou mas
            porém embora porque pois quando como onde que quem qual quais não nem ninguém nada todo todos toda todas tudo cada muitos muitas
            alguns algumas vários outro outra outros também além hoje ontem amanhã agora então depois antes assim já ainda é são era foi
            foram há tem têm está estão dois duas três mais menos seu sua seus suas meu minha
            """);
}
