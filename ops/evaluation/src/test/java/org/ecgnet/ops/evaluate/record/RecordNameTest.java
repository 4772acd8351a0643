package org.ecgnet.ops.evaluate.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecgnet.ops.evaluate.record.RecordName.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordNameTest {

    /** Expected from {@code zlib.crc32} of Python on the same text. */
    @ParameterizedTest(name = "{0} is of part {1}")
    @CsvSource({"ludb/data/86, TUNE", "ludb/data/1, TUNE", "ludb/data/102, TUNE", "mitdb/104, CHECK", "心电/二, CHECK"})
    void thePartFollowsFromTheNameAlone(String path, Part part) {
        RecordName name = new RecordName(path);

        assertThat(name.part()).isEqualTo(part);
        assertThat(name.in(part)).isTrue();
        assertThat(name.in(Part.ALL)).isTrue();
        assertThat(name.in(part == Part.TUNE ? Part.CHECK : Part.TUNE)).isFalse();
    }

    @Test
    void theSetIsTheFirstFolder() {
        assertThat(new RecordName("ludb/data/86").set()).isEqualTo("ludb");
        assertThat(new RecordName("ludb/data/86").name()).isEqualTo("86");
        assertThat(new RecordName("86").set()).isEmpty();
    }
}
