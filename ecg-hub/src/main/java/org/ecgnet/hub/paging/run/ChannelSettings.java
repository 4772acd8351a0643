package org.ecgnet.hub.paging.run;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecgnet.hub.paging.channel.PageChannel;
import org.ecgnet.hub.paging.channel.bot.BotProtocol;
import org.ecgnet.hub.paging.channel.bot.ChatBotChannel;
import org.ecgnet.hub.paging.channel.bot.DingTalk;
import org.ecgnet.hub.paging.channel.bot.Feishu;
import org.ecgnet.hub.paging.channel.bot.WeCom;
import org.ecgnet.hub.paging.channel.gateway.GatewayChannel;
import org.ecgnet.hub.paging.channel.gateway.GatewayTemplate;
import org.ecgnet.hub.paging.channel.http.AllowedTargets;
import org.ecgnet.hub.paging.channel.http.HttpTarget;
import org.ecgnet.hub.paging.channel.mail.EmailChannel;
import org.ecgnet.hub.paging.channel.mail.MailServer;
import org.ecgnet.hub.paging.channel.webhook.WebhookChannel;
import org.ecgnet.hub.paging.channel.webhook.WebhookEndpoint;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.settings.SettingsException;
import org.ecgnet.settings.StrictSettings;

/** Reads one channel of the group {@code paging.channels}, and the webhook of 120, which is set like one. */
final class ChannelSettings {

    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);

    private ChannelSettings() {}

    /** What {@code kind} may say. */
    private enum Kind {
        WEBHOOK,
        DINGTALK,
        FEISHU,
        WECOM,
        GATEWAY,
        EMAIL
    }

    /** @throws SettingsException for a value that cannot be used, naming its key */
    static PageChannel channel(String name, StrictSettings group, String source) {
        return switch (group.choice("kind", Kind.class)) {
            case WEBHOOK -> new WebhookChannel(webhook(name, group), source);
            case DINGTALK -> bot(name, group, new DingTalk(botSecret(group)));
            case FEISHU -> bot(name, group, new Feishu(botSecret(group)));
            case WECOM -> bot(name, group, new WeCom());
            case GATEWAY -> gateway(name, group);
            case EMAIL -> new EmailChannel(mailServer(name, group));
        };
    }

    private static ChatBotChannel bot(String name, StrictSettings group, BotProtocol protocol) {
        return new ChatBotChannel(protocol, target(name, group));
    }

    private static GatewayChannel gateway(String name, StrictSettings group) {
        String field = group.text("success-field");
        Optional<GatewayChannel.Success> success = field.isEmpty()
                ? Optional.empty()
                : Optional.of(new GatewayChannel.Success(field, group.text("success-value")));
        try {
            GatewayTemplate template = GatewayTemplate.of(group.text("body"), group.flag("json"));
            return new GatewayChannel(target(name, group), template, headers(name, group.texts("headers")), success);
        } catch (IllegalArgumentException e) {
            throw new SettingsException("channel '" + name + "', " + e.getMessage());
        }
    }

    private static MailServer mailServer(String name, StrictSettings group) {
        String host = group.text("host");
        String from = group.text("from");
        MailServer.Encryption encryption = group.choice("encryption", MailServer.Encryption.class);
        boolean here = host.equals("localhost") || host.equals("127.0.0.1");
        if (host.isEmpty() || from.isEmpty()) {
            throw new SettingsException(
                    "channel '" + name + "', host and from (expected: the mail server and a sender)");
        }
        if (encryption == MailServer.Encryption.NONE && !(here && group.flag("plain-loopback"))) {
            throw new SettingsException(
                    "channel '" + name
                            + "', encryption: none (expected: starttls or tls; none to this machine itself with plain-loopback)");
        }
        String user = group.text("user");
        String trusted = group.text("trusted-certificates");
        return new MailServer(
                name,
                host,
                group.whole("port", 1, 65_535),
                encryption,
                from,
                user.isEmpty() ? Optional.empty() : Optional.of(new MailServer.Login(user, group.text("password"))),
                group.duration("timeout", Duration.ofMillis(100), LONGEST_TIMEOUT),
                trusted.isEmpty() ? Optional.empty() : Optional.of(Path.of(trusted)));
    }

    private static Map<String, String> headers(String name, List<String> lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split(": ", 2);
            if (parts.length < 2) {
                throw new SettingsException("channel '" + name + "', headers: one without a colon and a space"
                        + " (expected: \"Name: value\")");
            }
            headers.put(parts[0], parts[1]);
        }
        return headers;
    }

    private static Optional<String> botSecret(StrictSettings group) {
        return Optional.of(group.text("bot-secret")).filter(secret -> !secret.isEmpty());
    }

    /** @throws SettingsException for a value that cannot be used, naming its key */
    static WebhookEndpoint webhook(String name, StrictSettings group) {
        List<WebhookSecret> secrets = secrets(group, "secrets");
        HttpTarget target = target(name, group);
        if (secrets.isEmpty() || secrets.size() > 2) {
            throw new SettingsException("channel '" + name + "', secrets: " + secrets.size()
                    + " (expected: one or two, each whsec_ and base64)");
        }
        return new WebhookEndpoint(target, secrets);
    }

    private static HttpTarget target(String name, StrictSettings group) {
        URI url = group.parsed("url", URI::create);
        String trusted = group.text("trusted-certificates");
        AllowedTargets allowed;
        try {
            allowed = new AllowedTargets(group.texts("allow"), group.flag("plain-loopback"));
        } catch (IllegalArgumentException e) {
            throw new SettingsException("channel '" + name + "', " + e.getMessage());
        }
        allowed.problem(url).ifPresent(problem -> {
            throw new SettingsException("channel '" + name + "', " + problem);
        });
        return new HttpTarget(
                name,
                url,
                allowed,
                group.duration("timeout", Duration.ofMillis(100), LONGEST_TIMEOUT),
                trusted.isEmpty() ? Optional.empty() : Optional.of(Path.of(trusted)));
    }

    /** @throws SettingsException for one that is no secret, naming the key */
    static List<WebhookSecret> secrets(StrictSettings group, String key) {
        List<WebhookSecret> secrets = new ArrayList<>();
        for (String text : group.texts(key)) {
            try {
                secrets.add(WebhookSecret.parse(text));
            } catch (IllegalArgumentException e) {
                throw new SettingsException("setting '" + group.name(key) + "': " + e.getMessage());
            }
        }
        return secrets;
    }
}
