package org.ecgnet.sim.truth;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.ecgnet.sim.device.SampleWitness;

/**
 * Writes the samples since the last start, little-endian int32, sample after sample, leads in order, and their SHA-256
 * when streaming ends. The file is complete once {@link Listener#stopped} was called.
 */
public final class TruthRecorder implements SampleWitness {

    /** Told of each recording. */
    public interface Listener {
        void started();

        /** @param sha256 of the bytes, in hexadecimal */
        void stopped(long samples, String sha256);
    }

    private final Optional<Path> file;
    private final Listener listener;
    private Optional<OutputStream> out = Optional.empty();
    private MessageDigest digest = sha256();
    private long samples;

    /** @param file where the samples go; overwritten at every start */
    public TruthRecorder(Optional<Path> file, Listener listener) {
        this.file = file;
        this.listener = listener;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void started() {
        digest = sha256();
        samples = 0;
        try {
            if (file.isPresent()) {
                out = Optional.of(new BufferedOutputStream(Files.newOutputStream(file.get())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("opening the truth file " + file.get(), e);
        }
        listener.started();
    }

    @Override
    public void sent(int[] counts) {
        ByteBuffer bytes = ByteBuffer.allocate(counts.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(counts);
        digest.update(bytes.array());
        samples++;
        try {
            if (out.isPresent()) {
                out.get().write(bytes.array());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing the truth file " + file, e);
        }
    }

    @Override
    public void stopped() {
        try {
            if (out.isPresent()) {
                out.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("closing the truth file " + file, e);
        }
        out = Optional.empty();
        listener.stopped(samples, HexFormat.of().formatHex(digest.digest()));
    }
}
