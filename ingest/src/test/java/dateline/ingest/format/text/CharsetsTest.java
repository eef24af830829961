package dateline.ingest.format.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetsTest {
    private static final String DECLARED = "<?xml version=\"1.0\" encoding=\"%s\"?><a>%s</a>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "koi8-r | KOI8-R | Паром вышел в море",
                "windows-1251 | windows-1251 | Паром вышел в море",
                "x-mac-cyrillic | x-MacCyrillic | Паром",
                "ibm866 | IBM866 | Паром",
                "shift_jis | Shift_JIS | 船が港を出た",
                "x-sjis | Shift_JIS | 船が港を出た",
                "ms_kanji | Shift_JIS | 船が港を出た",
                "x-euc-jp | EUC-JP | 船が港を出た",
                "iso-2022-jp | ISO-2022-JP | 船が港を出た",
                "big5 | Big5 | 渡輪離開港口",
                "x-x-big5 | Big5 | 渡輪離開港口",
                "gb2312 | GB2312 | 渡轮离开港口",
                "gb_2312-80 | GBK | 渡轮离开港口",
                "chinese | GBK | 渡轮离开港口",
                "euc-kr | EUC-KR | 배가 항구를 떠났다",
                "ks_c_5601-1987 | EUC-KR | 배가 항구를 떠났다",
                "korean | EUC-KR | 배가 항구를 떠났다",
                "cp949 | x-windows-949 | 배가 항구를 떠났다 똠",
                "tis-620 | x-windows-874 | เรือออกจากท่า",
                "cp874 | x-windows-874 | เรือออกจากท่า",
                "windows-1255 | windows-1255 | הספינה עזבה",
                "iso-8859-8-i | windows-1255 | הספינה עזבה",
                "windows-1256 | windows-1256 | غادرت السفينة",
                "greek | ISO-8859-7 | Το πλοίο έφυγε",
                "iso-8859-2 | ISO-8859-2 | Loď vyplula, že",
                "macintosh | x-MacRoman | Fähre läuft aus",
                "utf-16 | UTF-16LE | Fähre läuft aus",
                "ucs-4 | UTF-32BE | Fähre läuft aus",
                "cp037 | IBM037 | Faehre",
            })
    void aDocumentIsReadInTheCharsetItDeclaresWhateverNameItUses(String declared, String written, String text) {
        byte[] bytes = DECLARED.formatted(declared, text).getBytes(Charset.forName(written));

        assertThat(Charsets.decode(bytes, null).text()).endsWith("<a>" + text + "</a>");
    }

    /** Words enough for statistics to go by. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KOI8-R | Паром вышел в море рано утром, несмотря на туман, и благополучно прибыл в порт к полудню.",
                "windows-1251 | Паром вышел в море рано утром, несмотря на туман, и благополучно прибыл в порт к полудню.",
                "Shift_JIS | 今朝早く、霧の中を船が港を出た。正午ごろ目的地に無事に着いたと船会社が発表した。",
                "EUC-JP | 今朝早く、霧の中を船が港を出た。正午ごろ目的地に無事に着いたと船会社が発表した。",
                "Big5 | 今天清晨渡輪在霧中離開港口,中午平安抵達目的地,船公司表示沒有人受傷,旅客都已經上岸。",
                "GB2312 | 今天清晨渡轮在雾中离开港口,中午平安抵达目的地,船公司表示没有人受伤,旅客都已经上岸。",
                "EUC-KR | 오늘 아침 일찍 안개 속에서 배가 항구를 떠나 정오에 목적지에 무사히 도착했다고 선박 회사가 밝혔다.",
                "x-windows-874 | เช้าวันนี้เรือออกจากท่าท่ามกลางหมอกหนา และถึงที่หมายอย่างปลอดภัยในตอนเที่ยง",
                "windows-1255 | הספינה עזבה את הנמל מוקדם בבוקר בערפל והגיעה בשלום ליעדה בצהריים, כך הודיעה חברת הספנות.",
                "windows-1253 | Το πλοίο έφυγε νωρίς το πρωί από το λιμάνι μέσα στην ομίχλη και έφτασε με ασφάλεια.",
            })
    void aDocumentThatDeclaresTheWrongCharsetIsReadByStatisticsAndSaysSo(String written, String text) {
        byte[] bytes = DECLARED.formatted("utf-8", text).getBytes(Charset.forName(written));

        Charsets.Decoded decoded = Charsets.decode(bytes, null);
        assertThat(decoded.text()).endsWith("<a>" + text + "</a>");
        assertThat(decoded.notes()).isNotEmpty();
    }
}
