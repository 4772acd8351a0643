package org.ecgnet.hub.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;

/** A page of a PDF as poppler prints it at 300 dots an inch, measured by its dots. */
final class PrintedPage {

    static final double DOTS_PER_MILLIMETRE = 300 / 25.4;

    private final BufferedImage image;

    private PrintedPage(BufferedImage image) {
        this.image = image;
    }

    static void assumePoppler() {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/pdftoppm")),
                "SKIPPED, no paper was measured: apt-get install -y poppler-utils");
    }

    static PrintedPage of(Path pdf, int page) throws IOException, InterruptedException {
        Path out = pdf.resolveSibling(pdf.getFileName() + "-" + page);
        run("pdftoppm", "-r", "300", "-png", "-singlefile", "-f", "" + page, "-l", "" + page, pdf.toString(), "" + out);
        return new PrintedPage(ImageIO.read(Path.of(out + ".png").toFile()));
    }

    static String text(Path pdf) throws IOException, InterruptedException {
        Path out = pdf.resolveSibling(pdf.getFileName() + ".txt");
        run("pdftotext", "-layout", pdf.toString(), out.toString());
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    static String fonts(Path pdf) throws IOException, InterruptedException {
        Path out = pdf.resolveSibling(pdf.getFileName() + ".fonts");
        Process process = new ProcessBuilder("pdffonts", pdf.toString())
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    int width() {
        return image.getWidth();
    }

    /** Middles, in millimetres, of the runs of such dots along a horizontal line. */
    List<Double> across(double millimetresDown, IntPredicate colour) {
        int y = dot(millimetresDown);
        return runs(image.getWidth(), x -> colour.test(image.getRGB(x, y)));
    }

    /** Middles, in millimetres, of the runs of such dots along a vertical line. */
    List<Double> down(double millimetresAcross, IntPredicate colour) {
        int x = dot(millimetresAcross);
        return runs(image.getHeight(), y -> colour.test(image.getRGB(x, y)));
    }

    /** Length in millimetres of the longest run of such dots along a horizontal line. */
    double longestAcross(double millimetresDown, IntPredicate colour) {
        int y = dot(millimetresDown);
        int longest = 0;
        int run = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            run = colour.test(image.getRGB(x, y)) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest / DOTS_PER_MILLIMETRE;
    }

    /** How many such dots there are in a box of the page. */
    int count(double left, double top, double right, double bottom, IntPredicate colour) {
        int count = 0;
        for (int y = dot(top); y < dot(bottom); y++) {
            for (int x = dot(left); x < dot(right); x++) {
                count += colour.test(image.getRGB(x, y)) ? 1 : 0;
            }
        }
        return count;
    }

    private static int dot(double millimetres) {
        return (int) Math.round(millimetres * DOTS_PER_MILLIMETRE);
    }

    private static List<Double> runs(int length, IntPredicate at) {
        List<Double> middles = new ArrayList<>();
        int start = -1;
        for (int n = 0; n <= length; n++) {
            boolean in = n < length && at.test(n);
            if (in && start < 0) {
                start = n;
            } else if (!in && start >= 0) {
                middles.add((start + n) / 2.0 / DOTS_PER_MILLIMETRE);
                start = -1;
            }
        }
        return middles;
    }

    static boolean dark(int rgb) {
        return red(rgb) < 110 && green(rgb) < 110 && blue(rgb) < 110;
    }

    /** The heavy lines of the grid. */
    static boolean heavy(int rgb) {
        return red(rgb) > 200 && green(rgb) < 185 && green(rgb) > 120;
    }

    static boolean pacing(int rgb) {
        return red(rgb) < 120 && blue(rgb) > 150;
    }

    static boolean violet(int rgb) {
        return green(rgb) < 120 && blue(rgb) > 110 && red(rgb) > 70 && red(rgb) < 170;
    }

    private static int red(int rgb) {
        return rgb >> 16 & 0xFF;
    }

    private static int green(int rgb) {
        return rgb >> 8 & 0xFF;
    }

    private static int blue(int rgb) {
        return rgb & 0xFF;
    }
}
