package org.ecgnet.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedOrFileTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aNameIsANameAndAFileIsItsText() throws IOException {
        String file = Files.writeString(folder.resolve("own.conf"), "text 县").toString();

        assertThat(made("ZJ")).isEqualTo("named ZJ");
        assertThat(made(file)).isEqualTo("read text 县");
    }

    @Test
    void whatIsWrongIsSaidWithTheFile() throws IOException {
        String absent = folder.resolve("absent.conf").toString();
        String file = Files.writeString(folder.resolve("own.conf"), "").toString();

        assertThatThrownBy(() -> NamedOrFile.of(absent, name -> name, text -> text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(absent + ": cannot be read (expected: a file, or a name)");
        assertThatThrownBy(() -> NamedOrFile.of(file, name -> name, text -> {
                    throw new SettingsException("key");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + ": key");
    }

    private static String made(String given) {
        return NamedOrFile.of(given, name -> "named " + name, text -> "read " + text);
    }
}
