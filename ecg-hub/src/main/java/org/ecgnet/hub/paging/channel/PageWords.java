package org.ecgnet.hub.paging.channel;

import java.util.stream.Collectors;

/** A page in words for people: no name, no number of a patient. */
public final class PageWords {

    private PageWords() {}

    public static String of(PageMessage page) {
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

    /** One line that says what it is, such as the subject of a letter. */
    public static String headline(PageMessage page) {
        return of(page).lines().findFirst().orElse("");
    }
}
