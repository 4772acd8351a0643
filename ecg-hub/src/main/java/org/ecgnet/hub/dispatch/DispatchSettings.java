package org.ecgnet.hub.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.hub.roster.Clinic.Position;
import org.ecgnet.settings.SettingsException;
import org.ecgnet.settings.StrictSettings;

/**
 * What the group {@code dispatch} says beside its webhook.
 *
 * @param phone whom the centre telephones
 * @param position of the dispatch centre
 */
public record DispatchSettings(EcgLinks ecgLinks, String phone, Optional<Position> position) {

    private static final String KEPT_SECRET = "ecg-link-secret";
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /**
     * @param dataFolder where the hub's own secret is kept when the settings have none
     * @throws SettingsException for a value that cannot be used, naming its key
     */
    public static DispatchSettings from(StrictSettings dispatch, Path dataFolder, SecureRandom random) {
        List<WebhookSecret> secrets = new ArrayList<>();
        for (String text : dispatch.texts("ecg-link-secrets")) {
            secrets.add(secret("dispatch.ecg-link-secrets", text));
        }
        if (secrets.isEmpty()) {
            secrets.add(kept(dataFolder.resolve(KEPT_SECRET), random));
        }
        Duration life = dispatch.duration("ecg-link-life", Duration.ofMinutes(5), Duration.ofHours(24));
        String template = dispatch.text("ecg-link");
        if (!template.contains("{token}")) {
            throw new SettingsException("setting 'dispatch.ecg-link': '" + template + "' (expected: {token} in it)");
        }
        return new DispatchSettings(
                new EcgLinks(template, life, secrets), dispatch.text("phone"), position(dispatch.texts("position")));
    }

    private static WebhookSecret secret(String where, String text) {
        try {
            return WebhookSecret.parse(text);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("setting '" + where + "': " + e.getMessage());
        }
    }

    private static WebhookSecret kept(Path file, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.createFile(file, OWNER_ONLY);
                Files.writeString(file, WebhookSecret.fresh(random) + "\n");
            }
            return secret(file.toString(), Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a secret in " + file, e);
        }
    }

    private static Optional<Position> position(List<String> degrees) {
        if (degrees.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Position(Double.parseDouble(degrees.get(0)), Double.parseDouble(degrees.get(1))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new SettingsException(
                    "setting 'dispatch.position': " + degrees + " (expected: [latitude, longitude] in degrees)");
        }
    }
}
