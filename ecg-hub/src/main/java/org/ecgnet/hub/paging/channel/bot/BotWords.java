package org.ecgnet.hub.paging.channel.bot;

import java.util.stream.Collectors;
import org.ecgnet.hub.paging.channel.PageMessage;

/** A page in the words of a chat: no name, no number of a patient. */
final class BotWords {

    private BotWords() {}

    static String of(PageMessage page) {
        String findings =
                page.rules().stream().map(PageMessage.RuleSentence::chinese).collect(Collectors.joining("\n"));
        return "%s【危急值】病例 %d · %s\n%s\n请 %s 立即处理：%s"
                .formatted(
                        page.drill() ? "【演练】" : "",
                        page.caseNumber(),
                        page.siteName(),
                        findings,
                        page.contact(),
                        page.link());
    }
}
