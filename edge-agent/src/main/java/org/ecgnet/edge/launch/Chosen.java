package org.ecgnet.edge.launch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ecgnet.protocol.release.ReleaseVersion;

/**
 * Which version is to run; an empty one is the installed one.
 *
 * @param before what ran before a version that is on trial
 * @param starts of a version on trial that have not ended well
 * @param triedInVain versions that are not tried again
 */
public record Chosen(
        Optional<ReleaseVersion> version,
        Optional<ReleaseVersion> before,
        boolean trial,
        int starts,
        SortedSet<ReleaseVersion> triedInVain) {

    /** The installed version, and nothing was ever tried. */
    public static final Chosen INSTALLED = new Chosen(Optional.empty(), Optional.empty(), false, 0, new TreeSet<>());

    /** A version on trial may be started so often without getting well: a power cut is no reason to go back. */
    static final int MOST_STARTS = 3;

    public Chosen {
        triedInVain = Collections.unmodifiableSortedSet(new TreeSet<>(triedInVain));
    }

    /** A new version is to be tried. */
    Chosen trying(ReleaseVersion next) {
        return new Chosen(Optional.of(next), version, true, 0, triedInVain);
    }

    /** What is started now: a version on trial that was started too often goes back. */
    Chosen starting() {
        if (!trial) {
            return this;
        }
        return starts >= MOST_STARTS ? takenBack() : new Chosen(version, before, true, starts + 1, triedInVain);
    }

    /** The version on trial is well. */
    Chosen well() {
        return new Chosen(version, Optional.empty(), false, 0, triedInVain);
    }

    /** Back to what ran before; the version is not tried again. */
    Chosen takenBack() {
        TreeSet<ReleaseVersion> aside = new TreeSet<>(triedInVain);
        version.ifPresent(aside::add);
        return new Chosen(before, Optional.empty(), false, 0, aside);
    }

    /** The same beside an installed version: one that is as new as the chosen one takes its place. */
    Chosen beside(ReleaseVersion installed) {
        boolean older =
                version.filter(chosen -> chosen.compareTo(installed) <= 0).isPresent();
        return older ? new Chosen(Optional.empty(), Optional.empty(), false, 0, triedInVain) : this;
    }

    /** As it is kept in a file. */
    String text() {
        return "version " + name(version) + "\nbefore " + name(before) + "\ntrial " + trial + "\nstarts " + starts
                + "\nset-aside "
                + triedInVain.stream().map(ReleaseVersion::toString).collect(Collectors.joining(" "))
                + "\n";
    }

    private static String name(Optional<ReleaseVersion> version) {
        return version.map(ReleaseVersion::toString).orElse("installed");
    }

    /** @throws IllegalArgumentException when it is not what {@link #text} wrote */
    static Chosen parse(String text) {
        Map<String, String> lines = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int space = line.indexOf(' ');
            lines.put(space < 0 ? line : line.substring(0, space), space < 0 ? "" : line.substring(space + 1));
        });
        if (!List.copyOf(lines.keySet()).equals(List.of("version", "before", "trial", "starts", "set-aside"))) {
            throw new IllegalArgumentException("not what the launcher wrote");
        }
        TreeSet<ReleaseVersion> aside = new TreeSet<>();
        Pattern.compile(" ")
                .splitAsStream(lines.getOrDefault("set-aside", ""))
                .filter(one -> !one.isEmpty())
                .map(ReleaseVersion::parse)
                .forEach(aside::add);
        return new Chosen(
                version(lines.getOrDefault("version", "")),
                version(lines.getOrDefault("before", "")),
                Boolean.parseBoolean(lines.getOrDefault("trial", "")),
                Integer.parseInt(lines.getOrDefault("starts", "")),
                aside);
    }

    private static Optional<ReleaseVersion> version(String name) {
        return name.equals("installed") ? Optional.empty() : Optional.of(ReleaseVersion.parse(name));
    }
}
