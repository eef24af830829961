package dateline.ingest.format.mail;

import static dateline.ingest.format.Copy.item;
import static dateline.ingest.format.Copy.items;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import wire.WireItem;

class MailFormatTest {
    @Test
    void aMailGivesItsSubjectItsMarkupAndItsAttachments() {
        WireItem mail = item("mail/multipart.eml");

        assertThat(mail.getItemId()).isEqualTo("m1@plains.example");
        assertThat(mail.getHeadline()).isEqualTo("Brücke gesperrt bis Mai");
        assertThat(mail.getBylines()).containsExactly("Ana Sól");
        assertThat(mail.getPublished()).isEqualTo(Instant.parse("2026-03-04T10:15:00Z"));
        assertThat(mail.getKeywords()).containsExactly("bridge", "traffic");
        assertThat(mail.getBodyText()).isEqualTo("Die Brücke ist zu.\nSie ist alt.");
        assertThat(mail.getMedia()).singleElement().satisfies(picture -> {
            assertThat(picture.getHref()).isEqualTo("bruecke.jpg");
            assertThat(picture.getSize()).isEqualTo(3);
        });
    }

    @Test
    void anEmbargoAtTheHeadOfAMailHolds() {
        WireItem prize = item("mail/plain-with-embargo.eml");

        assertThat(prize.getHeadline()).isEqualTo("Prize winners");
        assertThat(prize.getEmbargoedUntil()).isEqualTo(Instant.parse("2026-03-05T18:00:00Z"));
        assertThat(prize.getId()).isEqualTo("hill.example:m2@hill.example");
    }

    @Test
    void aMailboxGivesItsMessagesOneEach() {
        assertThat(items("mail/mailbox.mbox"))
                .extracting(WireItem::getBodyText)
                .containsExactly("First.\nFrom here on.", "Second.");
    }
}
