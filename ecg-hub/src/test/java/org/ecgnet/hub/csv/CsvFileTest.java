package org.ecgnet.hub.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @ParameterizedTest(name = "[{0}] is no formula")
    @ValueSource(strings = {"=1+1", "+861380000", "-2", "@SUM(A1)", "\t=1", "  =1", "\r=1", "＝1+1"})
    void whatASpreadsheetWouldCalculateStaysText(String value) {
        assertThat(CsvFile.field(value).replace("\"", "")).startsWith("'");
    }

    @Test
    void ordinaryWordsAreLeftAlone() {
        assertThat(CsvFile.field("张三")).isEqualTo("张三");
        assertThat(CsvFile.field("2026-03-01 10:00:00")).isEqualTo("2026-03-01 10:00:00");
        assertThat(CsvFile.field("")).isEmpty();
    }

    @Test
    void commasQuotesAndLinesAreQuoted() {
        assertThat(CsvFile.field("转院, \"县医院\"")).isEqualTo("\"转院, \"\"县医院\"\"\"");
        assertThat(CsvFile.field("a\nb")).isEqualTo("\"a\nb\"");
    }

    @Test
    void aNumberIsANumberAlsoBelowZero() {
        var file = new CsvFile();

        file.line("AF", 3, new BigDecimal("-0.250"));

        assertThat(new String(file.bytes(), StandardCharsets.UTF_8)).isEqualTo("\uFEFFAF,3,-0.250\r\n");
    }
}
