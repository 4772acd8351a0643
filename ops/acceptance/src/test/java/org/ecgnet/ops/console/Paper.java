package org.ecgnet.ops.console;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The ECG as it stands on the screen, pixel by pixel, and the millimetres it should stand on: CSS's 96 px an inch, as
 * long as nobody has calibrated the screen.
 */
final class Paper {

    static final double PX_PER_MM = 96 / 25.4;

    private static final String CANVAS =
            "document.querySelector('ecg-console').shadowRoot.querySelector('ecg-case').shadowRoot"
                    + ".querySelector('ecg-viewer').shadowRoot.querySelector('ecg-paper').shadowRoot.querySelector('canvas')";

    private final int width;
    private final int height;
    private final List<Integer> pixels;

    private Paper(int width, int height, List<Integer> pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** Takes the canvas once its waveform is drawn. */
    static Paper of(Page page) {
        page.waitForFunction("() => (" + viewer() + ")?.waveform");
        // Two frames: the element draws after its update.
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        Object taken = page.evaluate("() => { const canvas = " + CANVAS + ";"
                + " const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);"
                + " const rgb = []; for (let at = 0; at < data.length; at += 4) {"
                + " rgb.push(data[at] * 65536 + data[at + 1] * 256 + data[at + 2]); }"
                + " return { width: canvas.width, height: canvas.height, rgb }; }");
        Map<?, ?> image = (Map<?, ?>) taken;
        List<Integer> pixels = new ArrayList<>();
        ((List<?>) image.get("rgb")).forEach(pixel -> pixels.add(((Number) pixel).intValue()));
        return new Paper(((Number) image.get("width")).intValue(), ((Number) image.get("height")).intValue(), pixels);
    }

    private static String viewer() {
        return CANVAS.substring(0, CANVAS.indexOf(".shadowRoot.querySelector('ecg-paper')"));
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int at(int x, int y) {
        return pixels.get(y * width + x);
    }

    /** True for the dark ink of the light theme: traces, pulses, labels. */
    boolean ink(int x, int y) {
        int rgb = at(x, y);
        return (rgb >> 16) < 110 && (rgb >> 8 & 255) < 110 && (rgb & 255) < 110;
    }

    /** Places along a row whose colour is this. */
    List<Integer> columnsOf(int rgb, int y) {
        List<Integer> columns = new ArrayList<>();
        for (int x = 0; x < width; x++) {
            if (at(x, y) == rgb) {
                columns.add(x);
            }
        }
        return columns;
    }

    /** The highest ink between two columns and two rows; -1 when there is none. */
    int topInk(int x, int fromY, int toY) {
        for (int y = Math.max(0, fromY); y < Math.min(height, toY); y++) {
            if (ink(x, y)) {
                return y;
            }
        }
        return -1;
    }

    static int px(double mm) {
        return (int) Math.round(mm * PX_PER_MM);
    }
}
