package dateline.enrich.dateline;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells an agency's name, as datelines and credit lines write it, from other words. */
public final class Agencies {
    /** Most words of a name below. */
    static final int MOST_WORDS = 4;

    private static final Set<String> NAMES = names(
            "ap,associated press,the associated press,afp,agence france-presse,agence france presse,reuters,reuter,thomson reuters",
            "upi,united press international,dpa,deutsche presse-agentur,kyodo,kyodo news,jiji,jiji press,xinhua,xinhua news agency",
            "tass,itar-tass,interfax,ria,ria novosti,novosti,sputnik,ukrinform,unian,interfax-ukraine,belta,kazinform,azertac,armenpress",
            "yonhap,newsis,kcna,cna,focus taiwan,vna,vns,vietnam news agency,bernama,antara,antara news,pna,tna,akp,lps,kpl",
            "pti,press trust of india,ani,ians,uni,app,associated press of pakistan,ppi,inp,online,bss,unb,rss,apa,ap-apa,sda,ats,keystone-sda",
            "efe,europa press,europapress,ep,ansa,adnkronos,agi,askanews,lapresse,lusa,agência lusa,agência brasil,agencia brasil,estadão conteúdo,folhapress",
            "anp,belga,novum,stt,tt,ntb,ritzau,pap,čtk,ctk,tasr,sita,mti,agerpres,mediafax,bta,hina,sta,tanjug,beta,fena,mia,ata,ana-mpa,amna,ana,cna cyprus",
            "anadolu,anadolu agency,aa,dha,iha,irna,isna,fars,mehr,tasnim,ina,sana,wafa,petra,nna,mena,spa,wam,kuna,qna,bna,ona,saba,map,aps,tap,lana,suna,qatar news agency",
            "panapress,pana,apanews,apa news,nan,kna,gna,ena,shabait,zbc,new ziana,angop,inforpress,saba net,ddinews",
            "aap,pa,pa media,press association,cp,canadian press,the canadian press,la presse canadienne,nzpa,nzme,rnz,dapd,ddp,afx,dow jones,dj,mni",
            "ips,inter press service,ens,rns,cns,cna catholic,cwn,epd,kna,sid,kap,apic,zenit,fides,asianews,ucan,ucanews,cap news",
            "cnn,cnn indonesia,cnbc,cnbc indonesia,cnn español,cbs,abc,nbc,npr,bbc,voa,rfe/rl,rferl,rfa,rfi,dw,cbc,ctv,nhk,kbs,cgtn,cctv,ndtv,rt,trt,al jazeera",
            "bloomberg,bloomberg news,marketwatch,politico,axios,tca,tns,mct,kompas.com,tempo,tempo.co,detikcom,republika,okezone,merdeka.com",
            "notimex,telam,télam,prensa latina,pl,avn,abi,andina,ip,ansa latina,dpa international,inter-press,cuba news agency,acn,reporte",
            "business wire,pr newswire,prnewswire,globe newswire,globenewswire,newswire,marketwired,marketwire,accesswire,access newswire,newsfile corp.,newsfile corp",
            "ots,ots.at,apa-ots,obs,prweb,ein presswire,send2press,cision,cnw,canada newswire,cnw group,media outreach,media outreach newswire,acn newswire,jcn newswire,kyodo jbn");

    /** Names of agencies that are words, places or people as well. */
    private static final Set<String> DOUBTFUL = Words.of(
            "ana spa map online sita beta mena rss nan mia hina sid ena saba uni today sana ina nna ona lps kpl pana nan bna sta fena tempo sun mehr fars petra ens acn cap abi agi ata bta ips cns",
            "ats sda ani aps tap cbc dha fides republika sputnik novosti andina reporte cision novum zenit politico axios");

    /** Words that the names of agencies and papers have in them, and other names hardly. */
    private static final Pattern NEWS_WORD = Pattern.compile(
            "(?:^|[ -])(?:news|newsroom|newswires?|wire|presse?|pressedienst|press-agentur|prensa|agency|agence|agencia|agência|agenzia|agentur|times|post|herald|"
                    + "tribune|journal|gazette|bureau|media|today|daily|service)(?:$|[ -])|pressedienst|newswire|news$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern SITE = Pattern.compile(
            "(?:[a-z0-9-]{1,40}\\.){1,3}(?:com|net|org|id|tv|in|news|info|de|fr|es|it|nl|br|uk|eu|co)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DIVIDED = Pattern.compile("\\s*[/,&;]\\s*|\\s*-\\s*| and | und | et | y ");

    private Agencies() {}

    /** Whether these words are the name of an agency or a few of them: "Reuters", "tca/dpa", "Kyodo-OANA". */
    public static boolean isKnown(String words) {
        if (words.length() > 60) {
            return false;
        }
        String lower = words.toLowerCase(Locale.ROOT).strip();
        if (NAMES.contains(lower)) {
            return true;
        }
        int space = lower.indexOf(' ');
        if (space > 0 && isSure(lower.substring(0, space))) {
            // "Reuters Breakingviews"
            return true;
        }
        // One known name vouches for those beside it.
        return Stream.of(DIVIDED.split(lower, -1)).anyMatch(NAMES::contains);
    }

    /** Whether these words are exactly the name of one agency. */
    public static boolean isName(String words) {
        return words.length() <= 40 && NAMES.contains(words.toLowerCase(Locale.ROOT));
    }

    /** Whether these words look like the name of someone who files news: "Lantern Wire", "iwr-pressedienst", "kompas.com". */
    static boolean isLikely(String words) {
        return words.length() <= 60
                && (NEWS_WORD.matcher(words).find() || SITE.matcher(words).matches());
    }

    /** Whether an agency is called exactly that, and hardly anything else is, so that the name tells it without brackets. */
    static boolean isSure(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return NAMES.contains(lower) && !DOUBTFUL.contains(lower) && (lower.length() > 2 || lower.equals("ap"));
    }

    /** Whether this is the address of a site, as some write for the name of a paper. */
    static boolean isSite(String word) {
        return word.length() <= 60 && SITE.matcher(word).matches();
    }

    private static Set<String> names(String... lines) {
        return Stream.of(lines).flatMap(line -> Stream.of(line.split(",", -1))).collect(Collectors.toUnmodifiableSet());
    }
}
