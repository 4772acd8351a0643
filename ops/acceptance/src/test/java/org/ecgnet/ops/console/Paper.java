package org.ecgnet.ops.console;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * The ECG as it stands on the screen, pixel by pixel, and the millimetres it should stand on: CSS's 96 px an inch, as
 * long as nobody has calibrated the screen.
 */
final class Paper {

    static final double PX_PER_MM = 96 / 25.4;

    private static final String CANVAS =
            "document.querySelector('ecg-console').shadowRoot.querySelector('ecg-case').shadowRoot"
                    + ".querySelector('ecg-viewer').shadowRoot.querySelector('ecg-paper').shadowRoot.querySelector('canvas')";

    private final BufferedImage image;

    private Paper(BufferedImage image) {
        this.image = image;
    }

    /** Takes the canvas once its waveform is drawn. */
    static Paper of(Page page) {
        page.waitForFunction("() => (" + viewer() + ")?.waveform");
        // Two frames: the element draws after its update.
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        Object taken = page.evaluate("() => " + CANVAS + ".toDataURL('image/png')");
        byte[] png = Base64.getDecoder().decode(String.valueOf(taken).substring("data:image/png;base64,".length()));
        try {
            return new Paper(ImageIO.read(new ByteArrayInputStream(png)));
        } catch (IOException e) {
            throw new UncheckedIOException("the canvas is no picture", e);
        }
    }

    private static String viewer() {
        return CANVAS.substring(0, CANVAS.indexOf(".shadowRoot.querySelector('ecg-paper')"));
    }

    int width() {
        return image.getWidth();
    }

    int height() {
        return image.getHeight();
    }

    int at(int x, int y) {
        return image.getRGB(x, y) & 0xFFFFFF;
    }

    /** True for the dark ink of the light theme: traces, pulses, labels. */
    boolean ink(int x, int y) {
        int rgb = at(x, y);
        return (rgb >> 16) < 110 && (rgb >> 8 & 255) < 110 && (rgb & 255) < 110;
    }

    /** Places along a row whose colour is this. */
    List<Integer> columnsOf(int rgb, int y) {
        List<Integer> columns = new ArrayList<>();
        for (int x = 0; x < width(); x++) {
            if (at(x, y) == rgb) {
                columns.add(x);
            }
        }
        return columns;
    }

    /** The highest ink between two columns and two rows; -1 when there is none. */
    int topInk(int x, int fromY, int toY) {
        for (int y = Math.max(0, fromY); y < Math.min(height(), toY); y++) {
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
