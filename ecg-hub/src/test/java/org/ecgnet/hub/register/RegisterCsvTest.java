package org.ecgnet.hub.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterCsvTest {

    @Test
    void theFileBeginsWithItsMarkAndTheColumnNames() {
        String text = new String(
                RegisterCsv.write(List.of(Map.of(RegisterColumn.NUMBER, "7", RegisterColumn.REMARK, "=x"))),
                StandardCharsets.UTF_8);

        assertThat(text)
                .startsWith("\uFEFF序号 No.,演练 Drill,患者姓名 Patient,")
                .contains("\r\n7,,")
                .endsWith(",'=x\r\n");
        assertThat(text.split("\r\n", -1)).hasSize(3);
    }

    @Test
    void aWorkbookHoldsTextsAndNoFormula(@TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("register.xlsx"),
                RegisterXlsx.write(
                        List.of(Map.of(RegisterColumn.NUMBER, "7", RegisterColumn.REMARK, "=HYPERLINK(\"\u0007\")"))));
        var parts = new StringBuilder();
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                parts.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }

        assertThat(parts.toString())
                .contains("&#x5371;&#x6025;&#x503c;", "=HYPERLINK(") // Chinese as character references
                .doesNotContain("<f>", "\u0007"); // XML has no such character
    }
}
