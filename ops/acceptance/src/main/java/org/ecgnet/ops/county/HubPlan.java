package org.ecgnet.ops.county;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the hub of a county runs on, and whom it calls.
 *
 * @param page where pages to the on-call cardiologist are posted
 * @param dispatch where the 120 dispatch is posted
 */
public record HubPlan(Parts parts, Target page, Target dispatch) {

    /** A receiver of webhooks with its Standard Webhooks secret. */
    public record Target(String url, String secret) {}

    /**
     * Broker and database.
     *
     * @param authority folder of an existing county CA; empty: one is made
     * @param brokerUrl an external MQTT broker such as {@code ssl://127.0.0.1:8883}; empty: the embedded one
     * @param databaseUrl an external PostgreSQL as a JDBC URL with user and password; empty: the embedded one
     */
    public record Parts(Optional<Path> authority, Optional<String> brokerUrl, Optional<String> databaseUrl) {

        public static final Parts EMBEDDED = new Parts(Optional.empty(), Optional.empty(), Optional.empty());
    }

    String settings(Path folder, Path ca, int mqttPort) {
        StringBuilder text = new StringBuilder();
        text.append("hub { data-dir = \"%s\" }%n".formatted(folder.resolve("hub")));
        text.append("broker { ca-dir = \"%s\", port = %d }%n".formatted(ca, mqttPort));
        parts.brokerUrl().ifPresent(url -> text.append("broker { kind = external, url = \"%s\" }%n".formatted(url)));
        parts.databaseUrl()
                .ifPresent(url -> text.append("database { kind = external, url = \"%s\" }%n".formatted(url)));
        int consolePort = FreePort.choose();
        text.append("console { port = %d, demo-account-file = \"%s\" }%n".formatted(consolePort, accountFile(folder)));
        text.append(
                """
                paging {
                  case-link = "https://localhost:%d/#/case/{case}"
                  channels { phone { url = "%s", secrets = ["%s"], allow = ["127.0.0.1"], plain-loopback = true } }
                }
                roster {
                  contacts {
                    on-call { tier = tier-1, name = "值班医生", channel = phone, address = "on-call" }
                    second { tier = tier-2, name = "二线医生", channel = phone, address = "second" }
                    head { tier = tier-3, name = "科主任", channel = phone, address = "head" }
                    clinics { tier = clinic, name = "村卫生室", channel = phone, address = "clinic" }
                    townships { tier = township, name = "乡镇卫生院", channel = phone, address = "township" }
                  }
                }
                dispatch { url = "%s", secrets = ["%s"], allow = ["127.0.0.1"], plain-loopback = true }
                """
                        .formatted(consolePort, page.url(), page.secret(), dispatch.url(), dispatch.secret()));
        return text.toString();
    }

    /** Where the hub writes the demo accounts: name and password, a line each. */
    static Path accountFile(Path folder) {
        return folder.resolve("demo-account");
    }
}
