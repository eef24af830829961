package dateline.enrich.place;

import dateline.enrich.entity.Name;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wire.EntityType;
import wire.Part;

/**
 * Weighs whether a name stands for a place where it stands, by the words beside it: "in Reading" is a town, "Reading is fun" is not,
 * "Michael Jordan" is a man. Weights are added; what ends above nothing is a place.
 */
final class Placehood {
    private static final Set<String> STRONG_BEFORE = Resource.words("strong-before");
    private static final Set<String> WEAK_BEFORE = Resource.words("weak-before");
    private static final Set<String> TITLES = Resource.words("titles");
    private static final Set<String> SPEECH = Resource.words("speech");
    private static final Set<String> KIN = Resource.words("kin");
    private static final Set<String> NEVER = Resource.words("never");
    private static final Set<String> BODIES = Resource.words("bodies");
    private static final Set<String> GENERIC = Resource.words("generic");
    private static final Set<String> PLACE_OF = Resource.words("place-of");
    private static final Set<String> DAYS = Resource.words("days");

    private static final double LIKE_A_TITLE = 0.6;

    private final Gazetteer gazetteer;
    private final Set<String> common = Set.copyOf(Resource.lines("common-words.txt"));
    private final Set<String> given = Set.copyOf(Resource.lines("given-names.txt"));

    Placehood(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** Whether the words around a name are those around a place: "in Bajaur", "Karrada district". */
    static boolean isAmongPlaceWords(String before, String behind) {
        return STRONG_BEFORE.contains(before)
                || WEAK_BEFORE.contains(before)
                || PLACE_OF.contains(before)
                || GENERIC.contains(behind);
    }

    /** Whether a word may stand between a country and a town of it: "the Lebanese port of Tripoli". */
    static boolean leadsToPlace(String word) {
        return PLACE_OF.contains(word) || GENERIC.contains(word) || STRONG_BEFORE.contains(word);
    }

    /** What is known of a story before its names are weighed one by one. */
    final class Reading {
        private final Set<String> people = new HashSet<>();
        private final List<Name> names;
        private final boolean isTagged;
        private final boolean titleCase;

        /** @param names what the tagger of names found; empty if none looked */
        Reading(Words headline, Words body, List<Name> names) {
            this.names = names;
            isTagged = !names.isEmpty();
            titleCase = capitals(headline) > LIKE_A_TITLE;
            meet(body);
            if (!titleCase) {
                meet(headline);
            }
            for (Name name : names) {
                if (name.type() == EntityType.PERSON) {
                    Words words = name.part() == Part.BODY ? body : headline;
                    String[] parts =
                            words.text().substring(name.start(), name.end()).split(" ", -1);
                    // A person of one word may be a town that the tagger takes for one.
                    for (int i = parts.length == 1 ? 1 : 0; i < parts.length; i++) {
                        people.add(parts[i].toLowerCase(Locale.ROOT));
                    }
                }
            }
        }

        /** Family names, and the given names before them: "Michael Jordan" here makes a man of Jordan below. */
        private void meet(Words words) {
            for (int i = 1; i < words.count(); i++) {
                if (words.before(i) == Words.Gap.SPACE
                        && words.isCapitalised(i)
                        && words.isCapitalised(i - 1)
                        && given.contains(words.word(i - 1))
                        && !common.contains(words.lower(i))
                        && (i + 1 >= words.count()
                                || words.before(i + 1) != Words.Gap.SPACE
                                || !BODIES.contains(words.lower(i + 1)))
                        && !isKnownTown(words, i - 1)) {
                    people.add(words.lower(i));
                }
            }
        }

        private boolean isKnownTown(Words words, int word) {
            String name = words.word(word);
            for (int value : gazetteer.named(Keys.of(name))) {
                if (Priors.of(gazetteer.places(), value) > 11) {
                    return true;
                }
            }
            return false;
        }

        private static double capitals(Words words) {
            int capitals = 0;
            for (int i = 0; i < words.count(); i++) {
                capitals += words.isCapitalised(i) ? 1 : 0;
            }
            return words.count() == 0 ? 0 : (double) capitals / words.count();
        }

        /**
         * Weighs a name by the words beside it.
         *
         * @param prior of the likeliest place of that name
         * @param isCountry whether that is a country
         * @param contained whether a place that one of its places lies in stands behind it
         * @param container whether a place that lies in one of its places stands before it
         * @param neighbours whether the name before it and the one behind it are of places or peoples too
         */
        double weight(
                Spot spot,
                double prior,
                boolean isCountry,
                boolean contained,
                boolean container,
                Neighbours neighbours) {
            Words words = spot.words();
            double weight = (prior - 8) / 2 + (spot.isOneWord() ? 0 : 1);
            boolean sure = isSure(prior, isCountry);
            String own = words.lower(spot.first());
            boolean headline = spot.part() == Part.HEADLINE && titleCase;
            boolean firstOfSentence = words.before(spot.first()) == Words.Gap.STOP;
            if (isDivision(spot)) {
                weight += 5;
            }
            if (contained) {
                weight += 5;
            }
            if (container) {
                weight += 2;
            }
            weight += before(spot, sure, headline, neighbours);
            weight += behind(spot, sure, headline, neighbours);
            if (spot.isOneWord() && !spot.abbreviation()) {
                if (DAYS.contains(own) || (NEVER.contains(own) && !contained)) {
                    weight -= 8;
                } else if (common.contains(own)) {
                    weight -= firstOfSentence || headline ? 4 : 1.5;
                }
                if (people.contains(own) && !contained) {
                    weight -= sure ? 2 : 4;
                }
                if (given.contains(words.word(spot.first())) && !sure) {
                    weight -= 0.7;
                }
            }
            return weight;
        }

        /** Whether it stands in a name of something else that is still somewhere: Ohio Highway Patrol, University of Ghana. */
        boolean isWithin(Spot spot) {
            Name over = over(spot);
            return over != null && over.type() != EntityType.PERSON;
        }

        /** Whether a name that is no place's may be one of those that the lexicon knows: a tagger that sees a person speaks against it. */
        boolean isLeft(Spot spot) {
            Name over = over(spot);
            return over == null || over.type() != EntityType.PERSON || over.confidence() < 0.5;
        }

        /** A name that says itself what it is: Clark County. */
        private static boolean isDivision(Spot spot) {
            return !spot.isOneWord() && GENERIC.contains(spot.words().lower(spot.last()));
        }

        /** So large or well known that little speaks against it. */
        static boolean isSure(double prior, boolean isCountry) {
            return isCountry || prior > 12;
        }

        private double before(Spot spot, boolean sure, boolean headline, Neighbours neighbours) {
            Words words = spot.words();
            int at = spot.first() - 1;
            return switch (words.before(spot.first())) {
                case SPACE, POINT -> {
                    String before = words.lower(at);
                    if (TITLES.contains(before) && spot.isOneWord()) {
                        yield -6;
                    }
                    if (STRONG_BEFORE.contains(before)) {
                        yield 2;
                    }
                    if (before.equals("of") && PLACE_OF.contains(words.lower(at - 1))) {
                        yield 2;
                    }
                    if (WEAK_BEFORE.contains(before)) {
                        yield 0.8;
                    }
                    boolean named = words.isCapitalised(at)
                            && !headline
                            && !neighbours.before()
                            && words.before(at) != Words.Gap.STOP
                            && !DAYS.contains(before);
                    yield given.contains(words.wordOr(at)) && !neighbours.before() && !headline
                            ? (sure ? -3 : -4)
                            : named ? (sure ? -0.5 : -2) : 0;
                }
                case HYPHEN -> neighbours.before() || sure || !words.isCapitalised(at) ? 0 : -2;
                case APOSTROPHE -> words.isCapitalised(at) ? -4 : 0;
                case COMMA, OPENED, CLOSED, STOP, OTHER -> 0;
            };
        }

        private double behind(Spot spot, boolean sure, boolean headline, Neighbours neighbours) {
            Words words = spot.words();
            int at = spot.last() + 1;
            return switch (words.before(at)) {
                case SPACE, POINT -> {
                    String behind = words.lower(at);
                    if (GENERIC.contains(behind)) {
                        yield 1.2;
                    }
                    if (KIN.contains(behind) && words.isLower(at)) {
                        yield sure ? 0 : -7;
                    }
                    if (SPEECH.contains(behind)) {
                        yield sure ? (spot.isOneWord() && given.contains(words.word(spot.first())) ? -3.5 : 0) : -1.5;
                    }
                    boolean named = words.isCapitalised(at) && !headline && !neighbours.behind();
                    if (named && BODIES.contains(behind)) {
                        yield sure ? -1.5 : -3;
                    }
                    if (named && !DAYS.contains(behind) && !words.isAllCapitals(spot.first())) {
                        yield spot.isOneWord() && given.contains(words.word(spot.first()))
                                ? (sure && common.contains(behind) ? 0 : -4)
                                : sure ? 0 : -1.5;
                    }
                    yield 0;
                }
                case HYPHEN ->
                    words.wordOr(at).equals("based") || words.wordOr(at).equals("born")
                            ? 2
                            : words.isCapitalised(at) && !neighbours.behind() && !sure ? -2 : 0;
                case APOSTROPHE, COMMA, OPENED, CLOSED, STOP, OTHER -> 0;
            };
        }

        /** What the tagger says for it: much, but it errs as well. */
        double tagged(Spot spot, boolean sure) {
            if (!isTagged) {
                return 0;
            }
            Name over = over(spot);
            if (over == null) {
                return sure ? 0 : -1;
            }
            boolean whole = (over.start() >= spot.start() && over.end() <= spot.end()) || (sure && isHyphened(spot));
            return over.confidence()
                    * switch (over.type()) {
                        case PLACE -> isAllOf(over, spot) ? 3 : -6;
                        case PERSON -> whole ? (sure ? -2 : -3) : -6;
                        case ORG -> whole ? -2 : -5;
                        case MISC -> whole ? -1.5 : -4;
                    };
        }

        /** A country in "Japan-US" is itself, whatever the two are together. */
        private static boolean isHyphened(Spot spot) {
            Words words = spot.words();
            return words.before(spot.first()) == Words.Gap.HYPHEN || words.before(spot.last() + 1) == Words.Gap.HYPHEN;
        }

        /** "Lofa County" and "south Darfur" are what Lofa and Darfur are; "Fraser Valley" and "Nueva Ecija" are places of their own. */
        private static boolean isAllOf(Name name, Spot spot) {
            String text = spot.words().text();
            String before = text.substring(Math.min(name.start(), spot.start()), spot.start())
                    .strip()
                    .toLowerCase(Locale.ROOT);
            String behind = text.substring(spot.end(), Math.max(name.end(), spot.end()))
                    .strip()
                    .toLowerCase(Locale.ROOT);
            boolean begins = before.isEmpty()
                    || before.equals("the")
                    || STRONG_BEFORE.contains(before)
                    || !Character.isLetter(before.charAt(before.length() - 1));
            return begins && (behind.isEmpty() || GENERIC.contains(behind) || !Character.isLetter(behind.charAt(0)));
        }

        private @Nullable Name over(Spot spot) {
            int low = 0;
            int high = names.size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                Name name = names.get(middle);
                int order = name.part().compareTo(spot.part());
                if (order < 0 || (order == 0 && name.end() <= spot.start())) {
                    low = middle + 1;
                } else if (order > 0 || name.start() >= spot.end()) {
                    high = middle - 1;
                } else {
                    return name;
                }
            }
            return null;
        }
    }

    /** Whether the names before and behind are of places or peoples. */
    record Neighbours(boolean before, boolean behind) {}
}
