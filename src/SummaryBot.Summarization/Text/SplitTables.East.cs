namespace SummaryBot.Summarization.Text;

/// <content>Turkic languages, and two with marks of their own.</content>
internal static partial class SplitTables
{
    public static SplitRules Turkish => field ??= new(
        never: """
            dr prof doç yrd öğr gör uzm av sn hz st op müh mim bkz örn krş alb bnb tgm org orgen korg tuğg gen yzb bşk
            """,
        numbers: """
            no nr s ss sf cilt md tel yak
            """,
        may: """
            vd yy cad sok sk mah blv apt ltd şti a.ş inc co jr m.ö m.s İÖ İS bul
            """,
        opens: """
            bu şu o biz siz ben sen onlar bir iki üç her bazı birçok çok hiç tüm bütün ve ama fakat ancak ya da eğer çünkü hem ne nasıl
            neden niçin kim nerede sonra önce daha artık şimdi dün bugün yarın burada orada öte ayrıca böylece bunun bunu buna bundan onun
            ona ondan için göre kadar ise de evet hayır İki İlk İşte İçin İnsanlar son yeni var yok polis yetkililer
            """)
    {
        HaveOrdinals = true,
    };

    public static SplitRules Azerbaijani => field ??= new(
        never: """
            dr prof dos akad məs bax müq cən c x s küç pr prosp mam g gen polk kap adına yəni t.e f.e i.e
            """,
        numbers: """
            no № s səh maddə tel mənzil ev d
            """,
        may: """
            b h ş r il əsr e b.e.ə mln mlrd min man qəp km kv r-nu a.ş mmc
            """,
        opens: """
            bu o biz siz mən sən onlar bir iki üç hər bəzi çox çoxlu heç bütün və amma ancaq lakin isə ya da əgər çünki həm nə necə niyə kim
            harada sonra əvvəl daha artıq indi dünən bugün sabah burada orada həmçinin bundan bunun buna onun ona üçün görə qədər bəli xeyr
            İndi İki İlk İnsanlar yeni var yox polis ümumilikdə belə beləliklə bununla qeyd xatırladaq hadisə tədbir tədbirdə məlumata
            """);

    public static SplitRules Armenian => field ??= new("", "", "", "", Characters.Terminators.Replace(".", ":", StringComparison.Ordinal));

    public static SplitRules Greek => field ??= new(
        never: """
            κ κα κος δρ καθ αγ λ.χ π.χ βλ δηλ
            """,
        numbers: """
            αρ σελ σ άρθ τηλ παρ κεφ
            """,
        may: """
            κ.ά κλπ μ.Χ π.Χ εκ δισ χιλ
            """,
        opens: """
            ο η το οι τα τον την του της των ένας μια ένα αυτός αυτή αυτό αυτοί στο στη στην στον στα σε με από για και αλλά ή αν όταν όπως
            πώς που πού τι ποιος γιατί δεν θα να όμως επίσης σήμερα χθες τώρα μετά πριν κατά όλοι πολλοί
            """,
        Characters.Terminators + ";\u037E");
}
