package org.ecgnet.ops.console;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of what a test has on the screen, for people to look at: {@code -Decg.pictures=FOLDER}; else none. */
final class Pictures {

    private Pictures() {}

    static void take(Page page, String name) {
        String folder = System.getProperty("ecg.pictures", "");
        if (!folder.isBlank()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name.replace(' ', '-') + ".png"))
                    .setFullPage(true));
        }
    }
}
