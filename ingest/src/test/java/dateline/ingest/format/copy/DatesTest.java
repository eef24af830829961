package dateline.ingest.format.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-02T08:15:00Z                  | 2026-11-02T08:15:00Z",
                "2026-11-02T08:15:00.123456+02:00      | 2026-11-02T06:15:00Z",
                "2026-11-02T08:15-0330                 | 2026-11-02T11:45:00Z",
                "2026-11-02 08:15:00 +01               | 2026-11-02T07:15:00Z",
                "20261102T081500+0100                  | 2026-11-02T07:15:00Z",
                "20261102T081500Z                      | 2026-11-02T08:15:00Z",
                "20261102081500                        | 2026-11-02T08:15:00Z",
                "20261102                              | 2026-11-02T00:00:00Z",
                "2026-11                               | 2026-11-01T00:00:00Z",
                "2026                                  | 2026-01-01T00:00:00Z",
                "2026/11/02 08:15                      | 2026-11-02T08:15:00Z",
                "2026-11-02T24:00:00Z                  | 2026-11-03T00:00:00Z",
                "2026-12-31T23:59:60Z                  | 2026-12-31T23:59:59Z",
                "Mon, 02 Nov 2026 08:15:00 GMT         | 2026-11-02T08:15:00Z",
                "Mon, 2 Nov 2026 08:15:00 EST          | 2026-11-02T13:15:00Z",
                "2 Nov 26 8:15 PDT                     | 2026-11-02T15:15:00Z",
                "Monday, 02 November 2026 08:15:00 +0530 | 2026-11-02T02:45:00Z",
                "Mon, 02 Nov 2026 08:15:00 +01:00      | 2026-11-02T07:15:00Z",
                "Mon, 02 Nov 2026 08:15:00 GMT+0100    | 2026-11-02T07:15:00Z",
                "Mon, 02 Nov 2026 08:15:00 -0000 (UTC) | 2026-11-02T08:15:00Z",
                "Mon Nov  2 08:15:00 2026              | 2026-11-02T08:15:00Z",
                "Mon Nov  2 08:15:00 EST 2026          | 2026-11-02T13:15:00Z",
                "Mon Nov  2 08:15:00 +0100 2026        | 2026-11-02T07:15:00Z",
                "November 2, 2026, 8:15 p.m. EST       | 2026-11-03T01:15:00Z",
                "2. November 2026 08:15                | 2026-11-02T08:15:00Z",
                "2 novembre 2026 08:15 CET             | 2026-11-02T07:15:00Z",
                "Tue, 02 Nov 1999 08:15:00 GMT         | 1999-11-02T08:15:00Z",
                "Mon, 02 Nov 99 08:15:00 GMT           | 1999-11-02T08:15:00Z",
                "Mon, 2 Nov 2026 8:5:9 +0000           | 2026-11-02T08:05:09Z",
                "Mon, 02-Nov-2026 08:15:00 GMT         | 2026-11-02T08:15:00Z",
                "Mon, 2026/11/02 08:15:00 EST          | 2026-11-02T13:15:00Z",
                "2026-11-2T8:15:00Z                    | 2026-11-02T08:15:00Z",
                "2026-11-02 08:15 PM                   | 2026-11-02T20:15:00Z",
                "2026-11-02T08:15:00+01:00[Europe/Oslo] | 2026-11-02T07:15:00Z",
                "2026-306                              | 2026-11-02T00:00:00Z",
                "2026306                               | 2026-11-02T00:00:00Z",
                "2026-W45-1                            | 2026-11-02T00:00:00Z",
                "2026W451T08:15:00Z                    | 2026-11-02T08:15:00Z",
                "02.11.2026 08:15                      | 2026-11-02T08:15:00Z",
                "25/11/2026 08:15                      | 2026-11-25T08:15:00Z",
                "11/25/2026 8:15 PM                    | 2026-11-25T20:15:00Z",
                "2026년 11월 02일 08:15:00                | 2026-11-02T08:15:00Z",
                "2026-11-02 오후 08:15:00                 | 2026-11-02T20:15:00Z",
                "2026年11月2日 08:15                      | 2026-11-02T08:15:00Z",
                "Δευ, 02 Νοέ 2026 08:15:00 EST         | 2026-11-02T13:15:00Z",
                "2026-július-13T9:15-05:00             | 2026-07-13T14:15:00Z",
                "Пн, 02 ноября 2026 08:15:00 +0300     | 2026-11-02T05:15:00Z",
                "2 listopada 2026 08:15                | 2026-11-02T08:15:00Z",
                "mar, 03 nov 2026 08:15:00 +0100       | 2026-11-03T07:15:00Z",
            })
    void theFormsThatWiresAndFeedsWriteAreRead(String text, String instant) {
        Dates.Moment moment = Dates.read(text, ZoneOffset.UTC);

        assertThat(moment).isNotNull();
        assertThat(moment.instant()).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "31 Feb 2026",
                "2026-13-01",
                "2026-02-30T00:00:00Z",
                "02/11/2026",
                "31.02.2026",
                "2026-366",
                "2026-W60-1",
                "0001-01-01T00:00:00Z",
                "Nov 2",
                "99999999",
                "2026-11-02T25:00:00Z",
                "Mon, 02 Nov 2026 08:75:00 GMT",
                "202611",
                "1",
                "0000-00-00T00:00:00Z",
            })
    void whatIsImpossibleOrCouldMeanTwoDaysIsNoDate(String text) {
        assertThat(Dates.read(text, ZoneOffset.UTC)).isNull();
    }

    @Test
    void aTimeWithoutZoneIsInTheZoneGivenAndSaysSo() {
        Dates.Moment moment = Dates.read("2026-07-02 08:15", ZoneId.of("Europe/Berlin"));

        assertThat(moment).isEqualTo(new Dates.Moment(Instant.parse("2026-07-02T06:15:00Z"), true));
    }
}
