package dateline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamingTest {
    private final Topics shadow =
            new KafkaConfig("host:1").named(new Naming("shadow.", Topics.ITEMS)).topics();

    @Test
    void aShadowHasItsSourceInCommonWithThePipelineAndNothingElse() {
        assertThat(shadow.fixed())
                .extracting(Topic::name)
                .contains(Topics.ITEMS, "shadow.wire.raw", "shadow.wire.articles", "shadow.wire.dead-letters")
                .filteredOn(name -> !name.startsWith("shadow."))
                .containsExactly(Topics.ITEMS);
    }

    @Test
    void taggedTopicsAreKnownByTheNamesTheyHave() {
        assertThat(shadow.tagged("shadow.wire.desk.asia")).map(Topic::name).contains("shadow.wire.desk.asia");
        assertThat(shadow.tagged("wire.desk.asia")).isEmpty();
        assertThat(new KafkaConfig("host:1").topics().tagged("shadow.wire.desk.asia"))
                .isEmpty();
        assertThat(new KafkaConfig("host:1").topics().tagged("wire.desk.asia")).isPresent();
    }
}
