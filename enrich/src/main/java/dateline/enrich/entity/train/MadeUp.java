package dateline.enrich.entity.train;

import dateline.enrich.entity.Lexicon.Kind;
import java.util.List;
import java.util.Random;

/** Makes up organisations, in the ways that they are named. */
final class MadeUp {
    private static final List<String> FIELDS = List.of(
            "Foreign Affairs",
            "Finance",
            "Defence",
            "Defense",
            "Health",
            "Education",
            "Interior",
            "Justice",
            "Energy",
            "Agriculture",
            "Trade",
            "Transport",
            "Labour",
            "Environment",
            "Tourism",
            "Home Affairs",
            "Information",
            "Mines",
            "Water Resources",
            "Science and Technology",
            "Culture",
            "Public Works",
            "Commerce",
            "Industry",
            "Economy",
            "Emergency Situations",
            "Women's Affairs",
            "Fisheries",
            "National Security",
            "External Affairs");
    private static final List<String> STEMS = List.of(
            "Nova", "Trans", "Euro", "Pan", "Omni", "Inter", "Petro", "Agro", "Medi", "Tele", "Cyber", "Bio", "Aero",
            "Hydro", "Sol", "Vira", "Kora", "Zeta", "Alto", "Terra", "Luma", "Axi", "Veri", "Quanta", "Nordi", "Balti",
            "Sino", "Afri");
    private static final List<String> TAILS = List.of(
            "tech", "com", "net", "gas", "pharm", "bank", "sys", "corp", "ix", "ex", "on", "is", "media", "soft",
            "line", "cell", "mart");
    private static final List<String> SUFFIXES = List.of(
            "Inc",
            "Inc.",
            "Corp",
            "Corp.",
            "Co",
            "Co.",
            "Ltd",
            "Ltd.",
            "PLC",
            "plc",
            "AG",
            "SA",
            "SpA",
            "NV",
            "GmbH",
            "AB",
            "ASA",
            "Oyj",
            "Bhd",
            "Group",
            "Holdings",
            "Bank",
            "Industries",
            "Energy",
            "Airlines",
            "Motors",
            "Steel",
            "Pharmaceuticals",
            "Securities",
            "Capital",
            "Partners",
            "Technologies",
            "Telecom",
            "Oil",
            "Mining",
            "Insurance",
            "Brothers",
            "& Sons",
            "& Co",
            "Securities Ltd",
            "Holding AG",
            "Investments Ltd",
            "International Inc");
    private static final List<String> COLOURS = List.of(
            "Democratic",
            "Liberal",
            "Socialist",
            "Social Democratic",
            "Christian Democratic",
            "National",
            "People's",
            "United",
            "Republican",
            "Progressive",
            "Communist",
            "Labour",
            "Labor",
            "Green",
            "Conservative",
            "Nationalist",
            "Patriotic",
            "Civic",
            "Workers'",
            "Islamic",
            "Freedom",
            "Reform",
            "Justice",
            "Unity",
            "Popular",
            "Alliance",
            "Revolutionary");
    private static final List<String> GATHERINGS = List.of(
            "Party", "Front", "Movement", "Union", "Alliance", "Congress", "Coalition", "League", "Forum", "Bloc");
    private static final List<String> REACHES = List.of(
            "International",
            "World",
            "National",
            "European",
            "African",
            "Asian",
            "Arab",
            "Central",
            "Federal",
            "Global",
            "Pan-African",
            "Latin American",
            "Independent",
            "Royal",
            "Human Rights",
            "Civil",
            "General");
    private static final List<String> TASKS = List.of(
            "Health",
            "Trade",
            "Migration",
            "Refugee",
            "Energy",
            "Press",
            "Election",
            "Electoral",
            "Football",
            "Boxing",
            "Cycling",
            "Police",
            "Peace",
            "Development",
            "Relief",
            "Medical",
            "Maritime",
            "Aviation",
            "Security",
            "Food",
            "Labour",
            "Teachers",
            "Farmers",
            "Students",
            "Journalists",
            "Tennis",
            "Athletics",
            "Olympic",
            "Nuclear",
            "Space",
            "Climate",
            "Statistics");
    private static final List<String> BODIES = List.of(
            "Organization",
            "Organisation",
            "Federation",
            "Association",
            "Commission",
            "Committee",
            "Council",
            "Agency",
            "Authority",
            "Union",
            "Institute",
            "Foundation",
            "Fund",
            "Bureau",
            "Service",
            "Network",
            "Centre",
            "Center",
            "Board",
            "Board");

    private final Random random;
    private final People people;
    private final List<String> listed;
    private final List<String> demonyms;

    MadeUp(Random random, People people, Known known) {
        this.random = random;
        this.people = people;
        demonyms = known.listed(Kind.DEMONYM);
        listed = known.listed(Kind.ORG);
    }

    String company() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> any(listed.subList(listed.indexOf("Apple"), listed.indexOf("Harvard")));
            case 3, 4 -> any(STEMS) + any(TAILS);
            case 5 -> any(STEMS) + any(TAILS) + ' ' + any(SUFFIXES);
            case 6 -> people.family() + ' ' + any(SUFFIXES);
            case 7 -> {
                String name = people.family();
                yield name + " & " + (random.nextInt(4) == 0 ? name : people.family());
            }
            case 8 ->
                any(demonyms)
                        + ' '
                        + any(List.of("Airlines", "Airways", "Telecom", "Steel", "Oil Company", "National Bank"));
            default -> acronym(any(REACHES) + ' ' + any(TASKS) + ' ' + any(BODIES));
        };
    }

    String ministry() {
        String field = any(FIELDS);
        return switch (random.nextInt(5)) {
            case 0, 1 -> "Ministry of " + field;
            case 2, 3 -> field + " Ministry";
            default -> "Department of " + field;
        };
    }

    String party() {
        return switch (random.nextInt(6)) {
            case 0 ->
                any(COLOURS) + " Party of "
                        + any(List.of("Kenya", "Ukraine", "Japan", "Serbia", "Albania", "Ghana", "Nepal"));
            case 1 -> any(COLOURS) + ' ' + any(COLOURS) + ' ' + any(GATHERINGS);
            case 2 ->
                "Movement for " + any(List.of("Democratic Change", "Democracy", "Justice and Peace", "National Unity"));
            default -> any(COLOURS) + ' ' + any(GATHERINGS);
        };
    }

    String university(String city) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> "University of " + city;
            case 2, 3 -> city + " University";
            default ->
                city
                        + ' '
                        + any(List.of(
                                "Institute of Technology",
                                "State University",
                                "Technical University",
                                "Medical College",
                                "School of Economics"));
        };
    }

    String body() {
        return switch (random.nextInt(3)) {
            case 0 -> any(REACHES) + ' ' + any(BODIES) + " for " + any(TASKS) + " and " + any(TASKS);
            case 1 -> any(BODIES) + " of " + any(REACHES) + ' ' + any(TASKS);
            default -> any(REACHES) + ' ' + any(TASKS) + ' ' + any(BODIES);
        };
    }

    /** The first letters of the words that have capitals. */
    static String acronym(String name) {
        var letters = new StringBuilder();
        for (String word : name.split("[ -]", -1)) {
            if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
                letters.append(word.charAt(0));
            }
        }
        return letters.toString();
    }

    private String any(List<String> items) {
        return items.get(random.nextInt(items.size()));
    }
}
