package org.ecgnet.hub;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.ecgnet.ecg.SiteCode;
import org.ecgnet.protocol.uplink.DownlinkMessage.StoredUpTo;
import org.ecgnet.protocol.uplink.Topics;
import org.ecgnet.protocol.uplink.UplinkMessage;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * A clinic that streams one exam, a message every few milliseconds, and after every loss of the line goes on from the
 * last receipt: the wire's rules in a few lines, without an edge agent's store.
 */
final class RelentlessSite implements AutoCloseable {

    private static final long PAUSE_MILLIS = 20;
    private static final long RECEIPT_MILLIS = 2_000;

    private final SiteCode site;
    private final Path keyFile;
    private final Supplier<String> broker;
    private final TestExam exam;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile int receipted = -1;
    private volatile int sent;

    /** @param broker its address, which may change when it comes back */
    RelentlessSite(SiteCode site, Path keyFile, Supplier<String> broker, TestExam exam) {
        this.site = site;
        this.keyFile = keyFile;
        this.broker = broker;
        this.exam = exam;
        this.thread = new Thread(this::run, "site-" + site);
        thread.start();
    }

    TestExam exam() {
        return exam;
    }

    /** Messages sent, repeats counted. */
    int sent() {
        return sent;
    }

    boolean done() {
        return receipted >= exam.messages().size() - 1;
    }

    private void run() {
        try {
            while (!done() && closing.getCount() > 0) {
                try (TestSite line = TestSite.connect(broker.get(), site, site.value(), keyFile)) {
                    line.subscribe(Topics.down(site));
                    stream(line);
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception e) { // the line is down: that is what this class is for
                    closing.await(PAUSE_MILLIS * 10, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stream(TestSite line) throws MqttException, InterruptedException {
        int next = receipted + 1;
        while (line.connected() && !done() && closing.getCount() > 0) {
            for (; next < exam.messages().size() && line.connected(); next++) {
                UplinkMessage message = exam.messages().get(next);
                line.sayWithoutWaiting(message);
                sent++;
                hear(line);
                if (closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            closing.await(RECEIPT_MILLIS / 10, TimeUnit.MILLISECONDS);
            int before = receipted;
            hear(line);
            if (receipted == before && next >= exam.messages().size()) {
                closing.await(RECEIPT_MILLIS, TimeUnit.MILLISECONDS);
                hear(line);
                next = receipted + 1;
            }
        }
    }

    private void hear(TestSite line) {
        for (StoredUpTo stored : line.heard(StoredUpTo.class)) {
            if (stored.examId().equals(exam.id())) {
                receipted = Math.max(receipted, stored.seq());
            }
        }
    }

    /** For messages in assertions. */
    Map<String, Integer> progress() {
        return Map.of("sent", sent, "receipted", receipted);
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
