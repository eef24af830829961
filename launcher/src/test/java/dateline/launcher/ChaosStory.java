package dateline.launcher;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One item of the chaos wire, with all its versions, and what is to become of it once they have all come. */
final class ChaosStory {
    /** When the embargoes end: long after this test. */
    static final Instant FAR_OFF = Instant.parse("2099-01-01T00:00:00Z");

    static final String PRESS = "Chaos Press";
    static final String OTHER = "Delta Wire";

    private static final Instant DAY = Instant.parse("2026-03-04T00:00:00Z");
    private static final Duration EACH = Duration.ofMinutes(10);
    private static final int SENTENCES = 6;
    private static final int WORDS = 9;

    /** What happens to it; the first {@link #ALONE} of them to an item that has no kin. */
    enum Kind {
        PLAIN,
        CANCELED,
        REVIVED,
        WITHHELD,
        HELD,
        HELD_LAST,
        LIFTED,
        KILLED_BY_OTHER,
        KILLED_BEFORE,
        KILL_OUTLIVED,
        ORIGINAL,
        OVERTAKEN,
        KILLED_ORIGINAL,
        COPIED,
        UPDATED,
        KILL;

        static final int ALONE = 10;

        int fewest() {
            return switch (this) {
                case REVIVED -> 3;
                case CANCELED, HELD_LAST, LIFTED, KILL_OUTLIVED -> 2;
                default -> 1;
            };
        }

        /** How many items come besides it, to kill it. */
        int killers() {
            return switch (this) {
                case KILLED_BY_OTHER, KILLED_BEFORE, KILL_OUTLIVED -> 1;
                default -> 0;
            };
        }
    }

    enum State {
        USABLE,
        EMBARGOED,
        WITHHELD,
        CANCELED;

        String said() {
            return switch (this) {
                case USABLE, EMBARGOED -> "usable";
                case WITHHELD -> "withheld";
                case CANCELED -> "canceled";
            };
        }
    }

    enum Fate {
        LIVE,
        HELD,
        WITHHELD,
        KILLED
    }

    enum Country {
        JAPAN("Japan", "east-asia"),
        KENYA("Kenya", "east-africa"),
        PERU("Peru", "south-america");

        private final String name;
        private final String region;

        Country(String name, String region) {
            this.name = name;
            this.region = region;
        }

        String region() {
            return region;
        }
    }

    /** @param word is in every field of this version, and no other item's */
    record Version(
            String name,
            Instant created,
            State state,
            Country country,
            String word,
            String headline,
            String slug,
            String body) {}

    private final int number;
    private final Kind kind;
    private final String provider;
    private final List<Version> versions;
    private final @Nullable ChaosStory original;
    private @Nullable ChaosStory kills;

    ChaosStory(int number, Kind kind, int count, Random random) {
        this(number, kind, PRESS, new ArrayList<>(), null);
        List<String> text = Stream.generate(() -> sentence(random))
                .limit(SENTENCES)
                .collect(Collectors.toCollection(ArrayList::new));
        String name = sentence(random);
        for (int i = 0; i < count; i++) {
            Country country = Country.values()[random.nextInt(Country.values().length)];
            State state = state(i, count);
            String word = (state == State.EMBARGOED ? "zx%dz" : "zq%dz").formatted(number);
            text.set(random.nextInt(SENTENCES), sentence(random));
            versions.add(new Version(
                    String.valueOf(i + 1),
                    begun().plus(EACH.multipliedBy(i)),
                    state,
                    country,
                    word,
                    "Of %s %s in %s".formatted(word, name, country.name),
                    word + "-slug",
                    "The %s of %s was told.\n%s"
                            .formatted(isOriginal() ? "tale" : word, country.name, String.join("\n", text))));
        }
    }

    private ChaosStory(int number, Kind kind, String provider, List<Version> versions, @Nullable ChaosStory original) {
        this.number = number;
        this.kind = kind;
        this.provider = provider;
        this.versions = versions;
        this.original = original;
    }

    /** The same story by another agency, or by its own as an update under an id of its own. */
    ChaosStory retold(int as, Kind how) {
        Version told = versions.getFirst();
        Instant later = told.created().plus(EACH);
        boolean copy = how == Kind.COPIED;
        String word = copy ? "zq%dz".formatted(as) : told.word();
        return new ChaosStory(
                as,
                how,
                copy ? OTHER : PRESS,
                List.of(new Version(
                        "1",
                        later,
                        State.USABLE,
                        told.country(),
                        word,
                        copy ? "%s heard from %s".formatted(word, told.country().name) : "UPDATE 1-" + told.headline(),
                        copy ? word + "-slug" : told.slug(),
                        told.body() + (copy ? "" : "\nNobody knew more of it."))),
                this);
    }

    /** The advisory that kills it: after all its versions, or before the last. */
    ChaosStory killer(int as) {
        Instant at = kind == Kind.KILL_OUTLIVED
                ? versions.getLast().created().minusSeconds(60)
                : versions.getLast().created().plus(EACH.multipliedBy(3));
        var version = new Version("", at, State.CANCELED, Country.JAPAN, "", "", "", "");
        var killer = new ChaosStory(as, Kind.KILL, PRESS, List.of(version), null);
        killer.kills = this;
        return killer;
    }

    private State state(int index, int count) {
        boolean last = index == count - 1;
        return switch (kind) {
            case CANCELED -> last ? State.CANCELED : State.USABLE;
            case REVIVED -> index == count - 2 ? State.CANCELED : State.USABLE;
            case WITHHELD -> last ? State.WITHHELD : State.USABLE;
            case HELD -> State.EMBARGOED;
            case HELD_LAST -> last ? State.EMBARGOED : State.USABLE;
            case LIFTED -> last ? State.USABLE : State.EMBARGOED;
            default -> State.USABLE;
        };
    }

    private boolean isOriginal() {
        return kind == Kind.ORIGINAL || kind == Kind.OVERTAKEN || kind == Kind.KILLED_ORIGINAL;
    }

    /** Words that no two stories have in the same order, and no list of names knows. */
    private static String sentence(Random random) {
        return Stream.generate(() -> word(random)).limit(WORDS).collect(Collectors.joining(" ")) + ".";
    }

    private static String word(Random random) {
        String consonants = "bdfgkmnprtvz";
        String vowels = "aeiou";
        var word = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            word.append(consonants.charAt(random.nextInt(consonants.length())))
                    .append(vowels.charAt(random.nextInt(vowels.length())));
        }
        return word.append('x').toString();
    }

    int number() {
        return number;
    }

    Kind kind() {
        return kind;
    }

    String provider() {
        return provider;
    }

    String uri() {
        return "tag:chaos.example,2026:" + number;
    }

    /** Its key on the topics. */
    String id() {
        return provider.toLowerCase(Locale.ROOT).replace(' ', '-') + ":" + uri();
    }

    List<Version> versions() {
        return versions;
    }

    Version standing() {
        return versions.getLast();
    }

    Instant begun() {
        return DAY.plusSeconds(number);
    }

    /** The uri of the item that it kills; null if it kills none. */
    @Nullable
    String kills() {
        return kills == null ? null : kills.uri();
    }

    boolean killsEarly() {
        return kills != null && kills.kind == Kind.KILLED_BEFORE;
    }

    /** The story it retells. */
    ChaosStory original() {
        return requireNonNull(original);
    }

    boolean isRetold() {
        return original != null;
    }

    /** What is to become of it, by the rules of docs/lifecycle.md. */
    Fate fate() {
        return switch (kind) {
            case PLAIN, REVIVED, LIFTED, KILL_OUTLIVED, ORIGINAL, OVERTAKEN, COPIED -> Fate.LIVE;
            case UPDATED -> original().kind == Kind.KILLED_ORIGINAL ? Fate.KILLED : Fate.LIVE;
            case CANCELED, KILLED_BY_OTHER, KILLED_BEFORE, KILLED_ORIGINAL, KILL -> Fate.KILLED;
            case WITHHELD -> Fate.WITHHELD;
            case HELD, HELD_LAST -> Fate.HELD;
        };
    }

    boolean isLive() {
        return fate() == Fate.LIVE;
    }

    /** Whether it is on topics and lists: live, and no other has taken its place. */
    boolean isListed() {
        return isLive() && kind != Kind.OVERTAKEN;
    }

    @Override
    public String toString() {
        return "%s (%s, %d versions, to be %s)".formatted(id(), kind, versions.size(), fate());
    }
}
