package org.ecgnet.hub.paging.channel.bot;

import java.util.stream.Collectors;
import org.ecgnet.hub.paging.channel.PageMessage;

/** A page in the words of a chat: no name, no number of a patient. */
final class BotWords {

    private BotWords() {}

    static String of(PageMessage page) {
        String findings =
                page.rules().stream().map(PageMessage.RuleSentence::chinese).collect(Collectors.joining("\n"));
        String drill = page.drill() ? "【演练】" : "";
        return switch (page.priority()) {
            case PageMessage.YELLOW ->
                "【待阅】%s\n%s\n请 %s 阅图：%s".formatted(page.siteName(), findings, page.contact(), page.link());
            case PageMessage.TEST -> "%s【通道测试】%s，%s 请忽略。".formatted(drill, page.siteName(), page.contact());
            default ->
                "%s【危急值】病例 %d · %s\n%s\n请 %s 立即处理：%s"
                        .formatted(drill, page.caseNumber(), page.siteName(), findings, page.contact(), page.link());
        };
    }
}
