package org.ecgnet.hub.paging.channel.webhook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ecgnet.hub.paging.channel.Outcome;
import org.ecgnet.hub.paging.channel.PageChannel;
import org.ecgnet.hub.paging.channel.PageMessage;

/** Pages by a signed webhook: the county's own paging system, or a person's app, does the ringing. */
public final class WebhookChannel implements PageChannel {

    /** Type of the event; a change that a receiver would misunderstand takes a new number. */
    public static final String TYPE = "org.ecgnet.page.v1";

    private final WebhookPost post;
    private final String source;

    /** @param source URI by which receivers know this hub */
    public WebhookChannel(WebhookEndpoint endpoint, String source) {
        this.post = new WebhookPost(endpoint);
        this.source = source;
    }

    @Override
    public Outcome send(PageMessage message, Instant now) {
        return post.send(event(message, source), now);
    }

    static CloudEvent event(PageMessage message, String source) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("case", message.caseNumber());
        data.put("priority", message.priority());
        data.put("severity", message.severity());
        data.put("drill", message.drill());
        data.put("step", message.step());
        data.put("urgency", message.urgency().name());
        Map<String, Object> to = new LinkedHashMap<>();
        to.put("tier", message.to().name());
        to.put("contact", message.contact());
        to.put("address", message.address());
        data.put("to", to);
        Map<String, Object> site = new LinkedHashMap<>();
        site.put("code", message.site());
        site.put("name", message.siteName());
        data.put("site", site);
        data.put(
                "findings",
                message.rules().stream().map(WebhookChannel::finding).toList());
        data.put("link", message.link());
        data.put("pagedAt", message.pagedAt().toString());
        return new CloudEvent(message.id(), source, TYPE, "case/" + message.caseNumber(), message.plannedAt(), data);
    }

    private static Map<String, Object> finding(PageMessage.RuleSentence rule) {
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("rule", rule.rule());
        finding.put("zh", rule.chinese());
        finding.put("en", rule.english());
        return finding;
    }
}
