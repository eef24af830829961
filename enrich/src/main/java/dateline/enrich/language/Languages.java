package dateline.enrich.language;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the language of a text by its script, its letters and, for Latin script, its most common words. */
public final class Languages {
    /** The blocks of Latin letters at the front of Unicode, told without a look-up. */
    private static final char LAST_OF_LATIN = '\u024f';

    private static final int SAMPLE = 1500;
    private static final int FEWEST_LETTERS = 12;
    private static final double FEWEST_HITS = 0.06;

    /** Common words of each language, chosen to be rare in the others. */
    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry(
                    "en",
                    "the a of and to in that is was for it with as his on be at by had are but from or have an they which this were said has would their been will who not its after more"),
            Map.entry(
                    "fr",
                    "le la les des et en une est que dans qui pour pas au sur par plus ce avec ne se sont du il aux été cette mais ses elle nous ont leur"),
            Map.entry(
                    "de",
                    "der die das und in den von zu mit sich auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie über"),
            Map.entry(
                    "es",
                    "el la de que y en los del se las por un para con no una su al lo como más pero sus le ya este ha fue entre cuando sobre también hasta desde está muy"),
            Map.entry(
                    "pt",
                    "o a de que e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito nos já está também só pelo pela até isso são"),
            Map.entry(
                    "it",
                    "il di che e la in un per è una sono con non del le da della si dei al alla nel anche più come gli ha ma delle dal lo questo sua stato nella degli"),
            Map.entry(
                    "nl",
                    "de het een van en in is dat op te zijn voor met die niet aan er om ook als dan maar bij uit nog naar heeft wordt door over werd was deze hebben"),
            Map.entry(
                    "sv",
                    "och att det i en som på är av för med den till har inte om ett han men var jag sig från så hon kan vid efter också under eller när ska"),
            Map.entry(
                    "da",
                    "og at det i en af er til på den som for med de har ikke der et han var fra men sig om vil blev efter også kan ved eller hun skal mod"),
            Map.entry(
                    "nb",
                    "og i det som er på en til av for at med har de ikke den om et fra var han men seg vi kan etter også skal hun ble eller ved mot sier"),
            Map.entry(
                    "fi",
                    "ja on ei että se hän oli joka mutta ovat myös kun mukaan ole kuin jos sen vain ollut sekä jo tai nyt"),
            Map.entry(
                    "pl",
                    "w i na z się nie że do jest to o jak po przez od za ale są dla oraz było jego tym który która które może być także"),
            Map.entry(
                    "cs",
                    "a se v na je že s z do o k ve to ale by po jako za pro jsou který od byl při také podle která bylo která nebo jeho"),
            Map.entry(
                    "sk",
                    "a sa v na je že s z do o k vo to ale by po ako za pre sú ktorý od bol pri aj podľa ktorá bolo alebo jeho"),
            Map.entry(
                    "hu",
                    "a az és hogy nem is egy volt meg ez csak már mint de el szerint még lesz ha van azt pedig vagy után között"),
            Map.entry(
                    "ro",
                    "și în de la a cu pe care nu că din o un este să pentru mai au fost se al prin după sau dar sunt ale ca această"),
            Map.entry(
                    "tr",
                    "ve bir bu için da de ile çok olarak daha olan gibi en sonra kadar ancak her ise olduğunu var dedi değil ne"),
            Map.entry(
                    "id",
                    "yang dan di dengan untuk dari pada ini dalam tidak itu akan oleh ke juga adalah telah sebagai mereka bahwa karena tersebut kata ada bisa"),
            Map.entry(
                    "ms",
                    "yang dan di dengan untuk dari pada ini dalam tidak itu akan oleh ke juga adalah telah sebagai mereka bahawa kerana tersebut kata beliau boleh iaitu"),
            Map.entry(
                    "vi",
                    "và của là có được cho không các một trong người đã với những này khi để ở đến về cũng từ ra như sẽ"),
            Map.entry(
                    "hr",
                    "i je u se na da su za od s nije što a o kao će iz koji ali do po koja biti bio nakon više također"),
            Map.entry("sl", "in je v se na da so za z s ki pa ne bi po tudi kot od ob še bo pri iz ni bil"),
            Map.entry(
                    "ca",
                    "el la de que i en els del les per un amb no una és al com més però seus aquest ha va entre també fins des molt"),
            Map.entry("lt", "ir kad į yra iš su ne bei apie tai buvo po už kaip jis taip bus dėl nuo pagal"),
            Map.entry("lv", "un ir ka no ar uz par kas bet tas pēc ko arī tiek bija lai gada vai kā"),
            Map.entry("et", "ja on ei et see oli ta kui ka mis oma aga või ning selle pärast kes ole veel siis"),
            Map.entry("sw", "na ya wa kwa ni la katika za kuwa hiyo cha hii huo yake alisema baada kama watu"),
            Map.entry("tl", "ang ng sa na mga ay at si ni para nang ito kay hindi may kanyang isang"));

    private static final Map<String, Map<String, Double>> VOTES = votes();

    private Languages() {}

    /**
     * The language of a text.
     *
     * @param said what the wire said, as it came; believed if it is a language tag (BCP 47)
     * @return BCP 47; null if it cannot be told
     */
    public static @Nullable String of(String text, @Nullable String said) {
        String tag = said == null ? null : tag(said);
        return tag != null ? tag : detect(text);
    }

    private static @Nullable String tag(String said) {
        try {
            Locale locale = new Locale.Builder()
                    .setLanguageTag(said.strip().replace('_', '-'))
                    .build();
            return locale.getLanguage().isEmpty() || locale.getLanguage().equals("und") ? null : locale.toLanguageTag();
        } catch (IllformedLocaleException e) {
            return null;
        }
    }

    /** The language by the text alone. */
    static @Nullable String detect(String text) {
        String sample = text.substring(0, Math.min(SAMPLE, text.length()));
        var scripts = new EnumMap<Character.UnicodeScript, Integer>(Character.UnicodeScript.class);
        int letters = 0;
        int latin = 0;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                if (c <= LAST_OF_LATIN) {
                    latin++;
                } else {
                    scripts.merge(Character.UnicodeScript.of(c), 1, Integer::sum);
                }
            }
        }
        if (letters == 0) {
            return null;
        }
        scripts.merge(Character.UnicodeScript.LATIN, latin, Integer::sum);
        int kana = scripts.getOrDefault(Character.UnicodeScript.HIRAGANA, 0)
                + scripts.getOrDefault(Character.UnicodeScript.KATAKANA, 0);
        Character.UnicodeScript most = scripts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return switch (most) {
            case HIRAGANA, KATAKANA -> "ja";
            case HAN -> kana * 10 > letters ? "ja" : "zh";
            case HANGUL -> "ko";
            case ARABIC -> has(sample, "ٹڈڑںے") ? "ur" : has(sample, "پچژگ") ? "fa" : "ar";
            case CYRILLIC ->
                has(sample, "іїєґ")
                        ? "uk"
                        : has(sample, "ђјљњћџ") ? "sr" : has(sample, "ыэ") || !has(sample, "ъ") ? "ru" : "bg";
            case GREEK -> "el";
            case HEBREW -> "he";
            case THAI -> "th";
            case DEVANAGARI -> "hi";
            case BENGALI -> "bn";
            case TAMIL -> "ta";
            case TELUGU -> "te";
            case GEORGIAN -> "ka";
            case ARMENIAN -> "hy";
            case LATIN -> letters < FEWEST_LETTERS ? null : latin(sample);
            default -> null;
        };
    }

    private static boolean has(String text, String letters) {
        return text.chars().anyMatch(c -> letters.indexOf(c) >= 0);
    }

    private static @Nullable String latin(String sample) {
        Map<String, Double> scores = new HashMap<>();
        int words = 0;
        int start = -1;
        String lower = sample.toLowerCase(Locale.ROOT);
        for (int i = 0; i <= lower.length(); i++) {
            boolean letter = i < lower.length() && Character.isLetter(lower.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words++;
                VOTES.getOrDefault(lower.substring(start, i), Map.of())
                        .forEach((language, vote) -> scores.merge(language, vote, Double::sum));
                start = -1;
            }
        }
        int total = words;
        return scores.entrySet().stream()
                .filter(score -> score.getValue() >= total * FEWEST_HITS)
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** A word that few languages share says more. */
    private static Map<String, Map<String, Double>> votes() {
        Map<String, Integer> shared = new HashMap<>();
        COMMON.values()
                .forEach(words -> Arrays.stream(words.split(" ", -1))
                        .distinct()
                        .forEach(word -> shared.merge(word, 1, Integer::sum)));
        Map<String, Map<String, Double>> votes = new HashMap<>();
        COMMON.forEach((language, words) -> {
            for (String word : words.split(" ", -1)) {
                votes.computeIfAbsent(word, w -> new HashMap<>())
                        .put(language, 1 / Math.sqrt(shared.getOrDefault(word, 1)));
            }
        });
        return votes;
    }
}
