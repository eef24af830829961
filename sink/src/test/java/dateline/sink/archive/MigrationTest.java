package dateline.sink.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.sink.desk.Rules;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** An archive of an earlier release is upgraded as it stands. */
class MigrationTest {
    @Test
    void whatAnEarlierReleaseLeftOfKilledCopyGoes() throws Exception {
        ArchiveConfig config = TestPostgres.empty();
        Flyway.configure()
                .dataSource(config.url(), config.user(), config.password())
                .locations("classpath:dateline/sink/archive")
                .table("schema_history")
                .target("1")
                .load()
                .migrate();
        TestPostgres.execute(config, row("killed", "1", false, true, "canceled", "PUBLISHED"));
        TestPostgres.execute(config, row("killed", "2", true, true, "canceled", "KILLED"));
        TestPostgres.execute(config, row("usable", "1", true, false, "usable", "PUBLISHED"));

        try (var database = new Database(config)) {
            new Archive(database, Rules.desks("{}")).prepare();
            var library = new Library(database);

            assertThat(library.versions("killed")).hasSize(2).allSatisfy(version -> {
                assertThat(version.toString()).doesNotContain("MARKER");
                assertThat(version.get("kill_reason").asText()).isEqualTo("wrong");
                assertThat(version.get("provider").asText()).isEqualTo("Harbour Wire");
                assertThat(version.get("group").isNull()).isTrue();
            });
            assertThat(library.article("usable")).hasValueSatisfying(article -> {
                assertThat(article.get("headline").asText()).isEqualTo("MARKER");
                assertThat(article.get("group").isNull()).isTrue();
            });
            assertThat(library.find(Search.newest(9)).articles()).hasSize(2);
        }
    }

    private static String row(
            String id, String version, boolean standing, boolean killed, String status, String event) {
        return """
                insert into item_version (id, version, version_time, standing, killed, kill_reason, status, event, provider,
                    feed, urgency, headline, landed, filed, countries, regions, topics, entities, desks, article)
                values ('%s', '%s', now(), %s, %s, %s, '%s', '%s', 'Harbour Wire', 'f', 3, 'MARKER', now(), now(),
                    '{KR}', '{MARKER}', '{}', '{MARKER}', '{MARKER}',
                    '{"id": "%1$s", "version": "%2$s", "status": "%6$s", "event": "%7$s", "provider": "Harbour Wire",
                      "headline": "MARKER", "slugline": "MARKER", "keywords": ["MARKER"], "link": "MARKER"}')""".formatted(id, version, standing, killed, killed ? "'wrong'" : null, status, event);
    }
}
