package org.ecgnet.ops.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of what a test has on the screen, for people to look at: {@code -Decg.pictures=FOLDER}; else none. */
final class Pictures {

    private Pictures() {}

    /** The page as it stands reaches everybody: no violation that axe knows, nothing wider than the screen. */
    static void judged(Page page, String name) {
        assertThat(Axe.violations(page)).as(name).isEmpty();
        take(page, name);
        assertThat(page.evaluate("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"))
                .as(name + " spills over by")
                .isEqualTo(0);
    }

    static void take(Page page, String name) {
        String folder = System.getProperty("ecg.pictures", "");
        if (!folder.isBlank()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name.replace(' ', '-') + ".png"))
                    .setFullPage(true));
        }
    }
}
