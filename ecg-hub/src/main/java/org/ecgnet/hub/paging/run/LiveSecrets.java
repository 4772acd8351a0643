package org.ecgnet.hub.paging.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.settings.StrictSettings;

/** The live secrets of everything that signs or is signed, for checking a signature and comparing fingerprints. */
public final class LiveSecrets {

    /** The hub's requests to 120. */
    public static final String DISPATCH = "dispatch";

    /** 120's answers. */
    public static final String CALLBACK = "dispatch call-back";

    private LiveSecrets() {}

    /**
     * By the name of the settings' group.
     *
     * @throws org.ecgnet.settings.SettingsException for one that is no secret, naming its key
     */
    public static Map<String, List<WebhookSecret>> of(StrictSettings all) {
        Map<String, List<WebhookSecret>> secrets = new LinkedHashMap<>();
        StrictSettings dispatch = all.group("dispatch");
        put(secrets, DISPATCH, ChannelSettings.secrets(dispatch, "secrets"));
        put(secrets, CALLBACK, ChannelSettings.secrets(dispatch, "callback-secrets"));
        all.group("paging")
                .groups("channels")
                .forEach((name, group) -> put(secrets, name, ChannelSettings.secrets(group, "secrets")));
        return Map.copyOf(secrets);
    }

    private static void put(Map<String, List<WebhookSecret>> secrets, String name, List<WebhookSecret> live) {
        if (!live.isEmpty()) {
            secrets.put(name, live);
        }
    }
}
