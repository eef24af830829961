package dateline.ingest.format.mail;

import static dateline.ingest.format.Copy.item;
import static dateline.ingest.format.Copy.itemOf;
import static dateline.ingest.format.Copy.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wire.Status;
import wire.WireItem;

/** Mail as programs and people write it. */
class MailCopyTest {
    @Test
    void textThatFlowsIsJoinedAsItWasWritten() {
        assertThat(item("mail/flowed.eml").getBodyText().lines())
                .containsExactly(
                        "The harbour day with boats, music and a market is on the quay this Saturday.",
                        "Entry is free.",
                        "The quay is closed to cars.");
    }

    @Test
    void aFormGivesItsFields() {
        WireItem drought = item("mail/form.eml");

        assertThat(drought.getHeadline()).isEqualTo("Rain ends drought at Bathurst");
        assertThat(drought.getSlugline()).isEqualTo("WEATHER DROUGHT");
        assertThat(drought.getBylines()).containsExactly("Ana Sol");
        assertThat(drought.getUrgency()).isEqualTo(3);
        assertThat(drought.getDateline().getPlaceName()).isEqualTo("Bathurst");
        assertThat(drought.getEdnote()).isEqualTo("Pictures to follow");
        assertThat(drought.getBodyText().lines())
                .containsExactly("Two days of rain have ended the drought.", "Farmers were glad.");
    }

    @Test
    void ofADeliveryReportOnlyItsWordsToPeopleAreRead() {
        assertThat(item("mail/report.eml").getBodyText()).isEqualTo("The message could not be delivered.");
    }

    @Test
    void attachmentsAreNamedAndSignaturesLeftOut() {
        WireItem bridge = item("mail/forwarded.eml");

        assertThat(bridge.getHeadline()).isEqualTo("Brücke gesperrt");
        assertThat(bridge.getBylines()).containsExactly("Jan Dvorak");
        assertThat(bridge.getPublished()).isEqualTo(Instant.parse("2026-03-04T10:15:00Z"));
        assertThat(bridge.getBodyText()).isEqualTo("Die Brücke kostet 3 Mio. €.");
        assertThat(bridge.getMedia())
                .singleElement()
                .satisfies(plan -> assertThat(plan.getHref()).isEqualTo("Brücke Plan.pdf"));
    }

    @Test
    void aMailOfHtmlAloneGivesItsBylineAndDateline() {
        WireItem canal = item("mail/html-with-picture.eml");

        assertThat(canal.getItemId()).isEqualTo("h1@kanal.example");
        assertThat(canal.getHeadline()).isEqualTo("Kanal wieder offen");
        assertThat(canal.getBylines()).containsExactly("Ana Sól");
        assertThat(canal.getDateline().getPlaceName()).isEqualTo("Emden");
        assertThat(canal.getLanguage()).isEqualTo("de");
        assertThat(canal.getBodyText())
                .contains("Der Kanal ist offen.\nSchiffe warten.\n")
                .doesNotContain("555");
    }

    @Test
    void aMailWithoutADateHasTheOneOfItsArrival() {
        WireItem kill = item("mail/no-date-raw-utf-8.eml");

        assertThat(kill.getPublished()).isEqualTo(Instant.parse("2026-03-04T10:16:02Z"));
        assertThat(kill.getBylines()).containsExactly("Jürg Ömer");
        assertThat(kill.getStatus()).isEqualTo(Status.CANCELED);
    }

    @Test
    void aMailboxGivesItsMessagesButNotTheOneItsProgramKeepsForItself() {
        assertThat(items("mail/three.mbox"))
                .extracting(WireItem::getHeadline)
                .containsExactly("First of two", "Second of two");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wed, 04 Mar 2026 10:15:00 +0100 | 2026-03-04T09:15:00Z",
                "4 Mar 26 11:15 MET | 2026-03-04T10:15:00Z",
                "Wed, 4 Mar 2026 11:16 EST | 2026-03-04T16:16:00Z",
                "Wednesday, 04-Mar-26 11:15:00 CET | 2026-03-04T10:15:00Z",
                "Wed, 4 Mar 2026 21:15:00 +1100 (AEDT) | 2026-03-04T10:15:00Z",
                "Wed Mar  4 10:15:00 2026 | 2026-03-04T10:15:00Z",
            })
    void datesAreReadInEveryFormTheyAreWrittenIn(String date, String instant) {
        WireItem mail = itemOf("From: a@b.example\nSubject: S\nMessage-ID: <x@y>\nDate: " + date + "\n\nText.\n");

        assertThat(mail.getPublished()).isEqualTo(Instant.parse(instant));
    }
}
