package org.ecgnet.hub.paging.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.critical.CasePolicy;
import org.ecgnet.hub.dispatch.DispatchEvents;
import org.ecgnet.hub.dispatch.DispatchWebhook;
import org.ecgnet.hub.dispatch.EcgLinks;
import org.ecgnet.hub.duty.ConsoleWatch;
import org.ecgnet.hub.paging.CountyLadder;
import org.ecgnet.hub.paging.LadderTimes;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;
import org.ecgnet.hub.paging.YellowPolicy;
import org.ecgnet.hub.paging.channel.PageChannel;
import org.ecgnet.hub.paging.channel.webhook.WebhookSecret;
import org.ecgnet.hub.roster.Clinic;
import org.ecgnet.hub.roster.ClinicDirectory;
import org.ecgnet.hub.roster.Contact;
import org.ecgnet.hub.roster.OnCallRoster;
import org.ecgnet.settings.SettingsException;
import org.ecgnet.settings.StrictSettings;

/** Reads the groups {@code paging}, {@code dispatch}, {@code roster} and {@code sites} of the hub's settings. */
public final class PagingSettings {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private PagingSettings() {}

    /** Without links to the ECG for 120. */
    static PagingParts parts(StrictSettings all) {
        return parts(all, Optional.empty());
    }

    /**
     * @param ecgLinks that 120 is sent
     * @throws SettingsException for a value that cannot be used, naming its key
     */
    public static PagingParts parts(StrictSettings all, Optional<EcgLinks> ecgLinks) {
        StrictSettings paging = all.group("paging");
        String source = paging.text("source");
        Map<String, PageChannel> channels = new LinkedHashMap<>();
        paging.groups("channels")
                .forEach((name, group) -> channels.put(name, ChannelSettings.channel(name, group, source)));
        StrictSettings dispatch = all.group("dispatch");
        return new PagingParts(
                paging.text("hub"),
                CountyLadder.of(times(paging.group("ladder"))),
                roster(all.group("roster"), channels.keySet()),
                clinics(all),
                channels,
                new To120(
                        webhook("dispatch", dispatch),
                        webhook("dispatch.drill", dispatch.group("drill")),
                        new DispatchEvents(source, dispatch.text("callback-url"), ecgLinks)),
                paging.text("case-link"),
                new RetrySchedule(
                        RetrySchedule.RED_LANE.pauses(), paging.duration("give-up-after", HOUR, Duration.ofDays(7))),
                vigilance(all));
    }

    private static Optional<DispatchWebhook> webhook(String name, StrictSettings group) {
        return group.text("url").isEmpty()
                ? Optional.empty()
                : Optional.of(new DispatchWebhook(ChannelSettings.webhook(name, group)));
    }

    /** What paging watches, from the groups {@code duty} and {@code paging}. */
    public static Vigilance vigilance(StrictSettings all) {
        StrictSettings paging = all.group("paging");
        StrictSettings yellow = paging.group("yellow");
        return new Vigilance(
                new ConsoleWatch(all.group("duty").duration("silent-after", SECOND, Duration.ofMinutes(1))),
                paging.duration("ill-after", SECOND, Duration.ofMinutes(1)),
                new YellowPolicy(
                        yellow.duration("after", SECOND, HOUR),
                        yellow.duration("urgent-after", SECOND, HOUR),
                        Set.copyOf(yellow.texts("urgent-rules")),
                        yellow.duration("gather", SECOND, HOUR)),
                all.group("drill").duration("longest", Duration.ofMinutes(1), HOUR));
    }

    /** How often the consoles are asked whether they are there. */
    public static Duration rollCall(StrictSettings all) {
        return all.group("duty").duration("ask-every", Duration.ofMillis(250), Duration.ofSeconds(30));
    }

    public static CasePolicy casePolicy(StrictSettings all) {
        StrictSettings paging = all.group("paging");
        return new CasePolicy(
                Set.copyOf(paging.texts("lethal-rules")),
                paging.duration("merge-within", Duration.ZERO, HOUR),
                paging.group("ladder").duration("hold", SECOND, HOUR));
    }

    /** By which 120 signs its answers; empty while none are taken. */
    public static List<WebhookSecret> callbackSecrets(StrictSettings all) {
        return ChannelSettings.secrets(all.group("dispatch"), "callback-secrets");
    }

    /** By which gateways sign what they say afterwards; empty while nothing is taken. */
    public static List<WebhookSecret> receiptSecrets(StrictSettings all) {
        return ChannelSettings.secrets(all.group("paging"), "receipt-secrets");
    }

    private static LadderTimes times(StrictSettings ladder) {
        return new LadderTimes(
                ladder.duration("ring-suspected", Duration.ZERO, HOUR),
                ladder.duration("tier-2", SECOND, HOUR),
                ladder.duration("tier-3", SECOND, HOUR),
                ladder.duration("tier-3-every", SECOND, HOUR),
                ladder.duration("hold", SECOND, HOUR),
                ladder.duration("disposition", SECOND, HOUR),
                ladder.duration("clinic", SECOND, HOUR),
                ladder.duration("township", SECOND, HOUR),
                ladder.duration("township-every", SECOND, HOUR),
                ladder.duration("dispatch-certain", Duration.ZERO, HOUR),
                ladder.duration("dispatch-script", SECOND, HOUR),
                ladder.duration("dispatch-patience", SECOND, HOUR));
    }

    private static OnCallRoster roster(StrictSettings roster, Set<String> channels) {
        List<Contact> contacts = new ArrayList<>();
        roster.groups("contacts").forEach((key, group) -> {
            String channel = group.text("channel");
            if (!channels.contains(channel)) {
                throw new SettingsException("setting 'roster.contacts." + key + ".channel': '" + channel
                        + "' (expected: one of paging.channels, " + channels + ")");
            }
            String name = group.text("name");
            contacts.add(new Contact(
                    name.isEmpty() ? key : name,
                    group.choice("tier", Recipient.class),
                    channel,
                    group.text("address"),
                    urgencies(key, group.texts("urgency")),
                    group.texts("sites").stream().map(SiteCode::new).collect(Collectors.toSet())));
        });
        return new OnCallRoster(contacts);
    }

    private static Set<Urgency> urgencies(String contact, List<String> texts) {
        Set<Urgency> urgencies = EnumSet.noneOf(Urgency.class);
        for (String text : texts) {
            try {
                urgencies.add(Urgency.valueOf(text.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                throw new SettingsException(
                        "setting 'roster.contacts." + contact + ".urgency': '" + text + "' (expected: push, ring)");
            }
        }
        return urgencies;
    }

    /** The county's clinics. */
    public static ClinicDirectory clinics(StrictSettings all) {
        List<Clinic> clinics = new ArrayList<>();
        all.groups("sites")
                .forEach((code, group) -> clinics.add(new Clinic(
                        new SiteCode(code),
                        group.text("name").isEmpty() ? code : group.text("name"),
                        group.text("address"),
                        group.text("phone"),
                        position(code, group.texts("position")))));
        return new ClinicDirectory(clinics);
    }

    private static Optional<Clinic.Position> position(String code, List<String> degrees) {
        if (degrees.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Clinic.Position(Double.parseDouble(degrees.get(0)), Double.parseDouble(degrees.get(1))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new SettingsException("setting 'sites." + code + ".position': " + degrees
                    + " (expected: [latitude, longitude] in degrees)");
        }
    }
}
