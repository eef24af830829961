package dateline.enrich.tag;

import static dateline.enrich.Copy.copy;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dateline.enrich.place.Regions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import wire.Dateline;
import wire.Entity;
import wire.EntityType;
import wire.Part;

class AnnotatorTest {
    private static final Annotator ANNOTATOR = new Annotator();

    private static List<String> countries(String text) {
        return ANNOTATOR.annotate(text, "", "en").countries();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Washington and Tokyo agreed on Monday.|JP,US",
                "The U.S. and the UK signed.|GB,US",
                "He said it in the US.|US",
                "give us a break|-",
                "They ate turkey and used the good china.|-",
                "Turkey and Syria agreed.|SY,TR",
                "Jordan said he was tired.|-",
                "Michael Jordan scored twice.|-",
                "Amnesty in Jordan was welcomed.|JO",
                "Chad Smith plays the drums.|-",
                "Rebels in Chad advanced.|TD",
                "A guinea pig ran.|-",
                "Papua New Guinea and Guinea voted.|GN,PG",
                "Wildfires in New Mexico spread.|US",
                "Mexico voted.|MX",
                "South Korea's parliament met.|KR",
                "North Korean troops moved.|KP",
                "Talks in Georgia, near Tbilisi, went on.|GE",
                "The governor of Georgia spoke in Atlanta.|US",
                "The New York Times reported it.|-",
                "GERMANY VOTES|DE",
                "Pyongyang fired a missile.|KP",
                "Ivory Coast and Cote d'Ivoire are one.|CI",
                "Officials from Trinidad and Tobago met.|TT",
                "Japan-US talks|JP,US",
                "The Democratic Republic of Congo mourned.|CD",
            })
    void countriesAreFoundAndFalseFriendsAreNot(String text, String expected) {
        List<String> wanted = expected == null ? List.of() : List.of(expected.split(",", -1));

        assertThat(countries(text)).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr|Le gouvernement de l'Allemagne et celui du Japon ont signé un accord|DE,JP",
                "de|Die Regierung in Frankreich und die Schweiz haben sich geeinigt|CH,FR",
                "es|El gobierno de Japón y los Estados Unidos firmaron un acuerdo|JP,US",
                "ja|日本と韓国の外相が会談した|JP,KR",
                "ru|Япония и Китай подписали соглашение|CN,JP",
            })
    void countriesAreFoundInTheArticlesOwnLanguage(String language, String text, String expected) {
        Annotation annotation = ANNOTATOR.annotate(text, "", null);

        assertThat(annotation.language()).isEqualTo(language);
        assertThat(annotation.countries()).containsExactlyInAnyOrder(expected.split(",", -1));
    }

    @Test
    void entitiesStandWhereTheySay() {
        Annotation annotation = ANNOTATOR.annotate(copy("text/republished.txt"), "", null);

        for (Entity entity : annotation.entities()) {
            String part = entity.getPart() == Part.BODY
                    ? annotation.copy().body()
                    : annotation.copy().headline();
            assertThat(part.substring(entity.getStart(), entity.getEnd())).isEqualTo(entity.getText());
        }
        assertThat(annotation.entities())
                .extracting(Entity::getType, Entity::getText)
                .contains(
                        tuple(EntityType.ORG, "G7"),
                        tuple(EntityType.ORG, "Group of Seven"),
                        tuple(EntityType.PLACE, "Sea of Japan"),
                        tuple(EntityType.PLACE, "North Korea"),
                        tuple(EntityType.MISC, "Japanese"));
    }

    @Test
    void republishedCopyIsAboutWhatItIsAbout() {
        Annotation annotation = ANNOTATOR.annotate(copy("text/republished.txt"), "", null);

        assertThat(annotation.countries()).first().isIn("JP", "US");
        assertThat(annotation.countries().subList(0, 5)).containsExactlyInAnyOrder("JP", "US", "KP", "KR", "CN");
        assertThat(annotation.regions())
                .contains(
                        "east-asia",
                        "asia",
                        "indo-pacific",
                        "korean-peninsula",
                        "south-china-sea",
                        "east-china-sea",
                        "g7");
        assertThat(annotation.dateline())
                .extracting(line -> line.getPlace().getCountry())
                .isEqualTo("JP");
        assertThat(annotation.dateline()).extracting(Dateline::getPlaceName).isEqualTo("Karuizawa");
    }

    @Test
    void regionsAreAShortListOfSlugs() {
        assertThat(Regions.shipped().slugs())
                .hasSizeLessThan(80)
                .doesNotHaveDuplicates()
                .allMatch(slug -> slug.matches("[a-z0-9-]+"));
        assertThat(Regions.shipped().of("JP")).contains("asia", "east-asia");
        assertThat(Regions.shipped().of("BR")).contains("americas", "latin-america", "south-america");
    }

    /** What is linear takes well under a second; what is quadratic in any of these takes many minutes. */
    @ParameterizedTest
    @MethodSource
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void hostileTextIsTaggedInBoundedTime(String text) {
        assertThat(ANNOTATOR.annotate(text, "", null).entities()).hasSizeLessThanOrEqualTo(Annotator.MOST_ENTITIES);
    }

    static List<Named<String>> hostileTextIsTaggedInBoundedTime() {
        return List.of(
                Named.of("one word", "x".repeat(4_000_000)),
                Named.of("one country", "Japan ".repeat(500_000)),
                Named.of("half a character", "\ud83d".repeat(2_000_000)),
                Named.of("initials", "U.".repeat(1_000_000)),
                Named.of("empty lines", "\n".repeat(2_000_000)),
                Named.of("credits", "(Reporting by " + "and ".repeat(500_000)),
                Named.of(
                        "many credits",
                        IntStream.range(0, 400_000)
                                .mapToObj(n -> "Editor: Number " + n)
                                .collect(joining("\n", "Story.\n", ""))),
                Named.of("titles", "Minister ".repeat(300_000)),
                Named.of("controls", "\u0000\u202e\uffff"));
    }

    @Test
    void theSeedComesOutRight() throws IOException {
        Path seed = seed();
        assumeTrue(seed != null, "the seed article is not beside the project");
        Annotation annotation = ANNOTATOR.annotate(Files.readString(seed), "", null);

        assertThat(annotation.copy().headline())
                .isEqualTo("Japan, US reaffirm bilateral cooperation against North Korea");
        assertThat(annotation.copy().body())
                .startsWith("Japanese Foreign Minister")
                .endsWith("compensation.");
        assertThat(annotation.dateline()).extracting(Dateline::getPlaceName).isEqualTo("Karuizawa");
        assertThat(annotation.dateline())
                .extracting(line -> line.getPlace().getCountry())
                .isEqualTo("JP");
        assertThat(annotation.countries().subList(0, 5)).containsExactlyInAnyOrder("JP", "US", "KP", "KR", "CN");
        assertThat(annotation.regions()).contains("east-asia", "asia", "indo-pacific");
        assertThat(annotation.copy().credits().getAgencies()).containsExactly("Kyodo", "OANA");
        assertThat(annotation.copy().credits().getTranslators()).hasSize(1);
        assertThat(annotation.copy().credits().getEditors()).hasSize(1);
        assertThat(annotation.copy().related()).hasSize(3);
    }

    private static @Nullable Path seed() throws IOException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("../shared/data/seed").normalize();
            if (Files.isDirectory(folder)) {
                try (var files = Files.list(folder)) {
                    return files.filter(file -> file.toString().endsWith(".txt"))
                            .findFirst()
                            .orElseThrow();
                }
            }
        }
        return null;
    }

    @Test
    void aDatelineThatTheWireGaveSaysItsCountryBesideTheName() {
        Dateline filed = Dateline.newBuilder()
                .setText("Karuizawa, Japan (Lantern)")
                .setPlaceName("Karuizawa")
                .build();
        Dateline dated = Dateline.newBuilder()
                .setText("TOKYO, Nov. 23, Kyodo")
                .setPlaceName("TOKYO")
                .build();

        assertThat(place(filed)).isEqualTo("JP");
        assertThat(place(dated)).isEqualTo("JP");
    }

    private static @Nullable String place(Dateline filed) {
        Dateline read = requireNonNull(
                ANNOTATOR.annotate("A story.", "", "en", filed, List.of(), null).dateline());
        return requireNonNull(read.getPlace()).getCountry();
    }
}
