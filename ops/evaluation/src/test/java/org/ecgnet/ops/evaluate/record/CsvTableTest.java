package org.ecgnet.ops.evaluate.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    @Test
    void quotedCellsMayHoldCommasQuotesAndLines() {
        assertThat(CsvTable.rows("\uFEFFid,text,age\r\n1,\"a, \"\"b\"\"\nc\",51\r\n2,,\n"))
                .containsExactly(
                        Map.of("id", "1", "text", "a, \"b\"\nc", "age", "51"),
                        Map.of("id", "2", "text", "", "age", ""));
    }

    @Test
    void aShortRowHasEmptyCells() {
        assertThat(CsvTable.rows("a,b\n1")).containsExactly(Map.of("a", "1", "b", ""));
    }
}
