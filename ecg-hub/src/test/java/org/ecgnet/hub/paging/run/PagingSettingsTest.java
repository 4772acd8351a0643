package org.ecgnet.hub.paging.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.time.Instant;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.hub.critical.CasePolicy;
import org.ecgnet.hub.paging.CountyLadder;
import org.ecgnet.hub.paging.LadderTimes;
import org.ecgnet.hub.paging.Recipient;
import org.ecgnet.hub.paging.Urgency;
import org.ecgnet.hub.roster.Contact;
import org.ecgnet.settings.SettingsException;
import org.ecgnet.settings.StrictSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingSettingsTest {

    private static final String DEMO =
            """
            paging.channels.page {
              url = "http://127.0.0.1:9901/", secrets = ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]
              allow = ["127.0.0.1"], plain-loopback = true
            }
            dispatch {
              url = "http://127.0.0.1:9902/", secrets = ["whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX"]
              allow = ["127.0.0.1"], plain-loopback = true
              callback-secrets = ["whsec_FxYVFBMSERAPDg0MCwoJCAcGBQQDAgEA"]
            }
            roster.contacts {
              wang { name = "王医生", channel = "page", urgency = ["push"] }
              night { tier = "tier-1", channel = "page", urgency = ["ring"] }
              linhe { tier = "clinic", channel = "page", sites = ["linhe-01"] }
            }
            sites.linhe-01 { name = "林河卫生室", phone = "0912-555", position = [33.05, 108.27] }
            """;

    @Test
    void theDefaultsAreThePolicyOfTheCountysLadder() {
        PagingParts parts = PagingSettings.parts(settings(""));

        assertThat(parts.ladder()).isEqualTo(CountyLadder.of(LadderTimes.DEFAULT));
        assertThat(parts.retries()).isEqualTo(RetrySchedule.RED_LANE);
        assertThat(parts.to120().webhook()).isEmpty();
        assertThat(PagingSettings.casePolicy(settings(""))).isEqualTo(CasePolicy.DEFAULT);
    }

    @Test
    void channelsRosterClinicsAndDispatchAreRead() {
        PagingParts parts = PagingSettings.parts(settings(DEMO));
        Instant now = Instant.EPOCH;
        var linhe = new SiteCode("linhe-01");
        var other = new SiteCode("shihe-02");

        assertThat(parts.channels()).containsOnlyKeys("page");
        assertThat(parts.to120().webhook()).isPresent();
        assertThat(PagingSettings.callbackSecrets(settings(DEMO))).hasSize(1);
        assertThat(parts.roster().onCall(Recipient.TIER_1, Urgency.RING, linhe, now))
                .extracting(Contact::name)
                .containsExactly("night");
        assertThat(parts.roster().onCall(Recipient.CLINIC, Urgency.RING, linhe, now))
                .hasSize(1);
        assertThat(parts.roster().onCall(Recipient.CLINIC, Urgency.RING, other, now))
                .isEmpty();
        assertThat(parts.clinics().find(linhe).position())
                .hasValueSatisfying(
                        position -> assertThat(position.longitudeDegrees()).isEqualTo(108.27));
        assertThat(parts.clinics().find(other).name()).isEqualTo("shihe-02");
    }

    @Test
    void whoCannotBeToldAsLoudlyAsAskedIsToldAllTheSame() {
        PagingParts parts = PagingSettings.parts(settings(DEMO + "roster.contacts.night.tier = tier-2"));

        assertThat(parts.roster().onCall(Recipient.TIER_1, Urgency.RING, new SiteCode("linhe-01"), Instant.EPOCH))
                .extracting(Contact::name)
                .containsExactly("王医生");
    }

    @Test
    void timesOfTheLadderAreTheCountys() {
        PagingParts parts = PagingSettings.parts(settings("paging.ladder.tier-2 = 45s"));

        assertThat(parts.ladder().rungs())
                .filteredOn(rung -> rung.name().equals("tier-2-ring"))
                .singleElement()
                .satisfies(rung -> assertThat(rung.timing().after()).containsValue(Duration.ofSeconds(45)));
    }

    @ParameterizedTest(name = "{0} is refused naming {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "paging.laddr.tier-2 = 45s | paging.ladder",
                "paging.ladder.tier-2 = soon | paging.ladder.tier-2",
                "paging.ladder.tier-2 = 0s | paging.ladder.tier-2",
                "paging.channels.mail.kind = email | host and from",
                "paging.channels.mail { kind = email, host = m, from = \"a@b.c\", encryption = none } | encryption",
                "paging.channels.120-drill { url = \"http://127.0.0.1:1/\" } | 120-drill",
                "paging.yellow.after = 0s | paging.yellow.after",
                "dispatch.drill.url = \"ftp://127.0.0.1/\" | dispatch.drill",
                "paging.channels.page.secrets = [] | secrets",
                "paging.channels.page.secrets = [whsec_short] | secrets",
                "paging.channels.page.url = \"http://page.example/\" | https",
                "paging.channels.page.allow = [other] | allow",
                "paging.channels.page.timeout = 31s | paging.channels.page.timeout",
                "roster.contacts.wang.channel = sms | roster.contacts.wang.channel",
                "roster.contacts.wang.tier = tier-4 | roster.contacts.wang.tier",
                "roster.contacts.wang.urgency = [shout] | roster.contacts.wang.urgency",
                "sites.linhe-01.position = [33] | sites.linhe-01.position",
                "sites.linhe-01.position = [133, 1] | sites.linhe-01.position",
            })
    void aValueThatCannotBeUsedIsAStartUpError(String line, String named) {
        assertThatThrownBy(() -> PagingSettings.parts(settings(DEMO + line)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(named);
    }

    @Test
    void aSecretIsNeverRepeatedInAnError() {
        assertThatThrownBy(() -> PagingSettings.parts(settings(DEMO + "dispatch.secrets = [whsec_tooShort]")))
                .isInstanceOf(SettingsException.class)
                .hasMessageNotContaining("tooShort");
    }

    private static StrictSettings settings(String text) {
        return StrictSettings.of(
                ConfigFactory.parseString(text), ConfigFactory.parseResources("ecg-hub-reference.conf"));
    }
}
