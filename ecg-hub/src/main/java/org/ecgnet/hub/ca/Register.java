package org.ecgnet.hub.ca;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an authority issued and revoked, as two files of tab-separated lines that are only appended to.
 *
 * @param folder the authority's
 */
record Register(Path folder) {

    private static final int HEX = 16;

    private Path issuedFile() {
        return folder.resolve("issued.tsv");
    }

    private Path revokedFile() {
        return folder.resolve("revoked.tsv");
    }

    void add(IssuedCertificate entry) {
        append(
                issuedFile(),
                entry.serial().toString(HEX) + "\t" + entry.name() + "\t" + entry.issuedAt() + "\t" + entry.notAfter());
    }

    void revoke(BigInteger serial, Instant at) {
        append(revokedFile(), serial.toString(HEX) + "\t" + at);
    }

    List<IssuedCertificate> all() {
        Map<BigInteger, Instant> revoked = revoked();
        return lines(issuedFile()).stream()
                .map(line -> line.split("\t", -1))
                .map(cells -> {
                    BigInteger serial = new BigInteger(cells[0], HEX);
                    return new IssuedCertificate(
                            serial,
                            cells[1],
                            Instant.parse(cells[2]),
                            Instant.parse(cells[3]),
                            Optional.ofNullable(revoked.get(serial)));
                })
                .toList();
    }

    Map<BigInteger, Instant> revoked() {
        Map<BigInteger, Instant> revoked = new LinkedHashMap<>();
        for (String line : lines(revokedFile())) {
            String[] cells = line.split("\t", -1);
            revoked.put(new BigInteger(cells[0], HEX), Instant.parse(cells[1]));
        }
        return revoked;
    }

    private static List<String> lines(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new AuthorityException("cannot read " + file, e);
        }
    }

    private static void append(Path file, String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new AuthorityException("cannot write " + file, e);
        }
    }
}
