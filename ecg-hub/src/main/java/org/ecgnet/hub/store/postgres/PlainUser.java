package org.ecgnet.hub.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * As whom the server's programs run: PostgreSQL refuses to run as root.
 *
 * @param prefix what is put before a command; empty when this process is no root
 * @param owner who must own the server's files; empty when this process may
 */
record PlainUser(List<String> prefix, Optional<String> owner) {

    private static final String NOBODY = "nobody";
    private static final long PROBE_SECONDS = 10;

    PlainUser {
        prefix = List.copyOf(prefix);
    }

    /**
     * This process's user; for root a user namespace in which it is not root, or else the user {@code nobody}.
     *
     * @throws PostgresException when root and neither way is open
     */
    static PlainUser find() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new PlainUser(List.of(), Optional.empty());
        }
        List<PlainUser> ways = List.of(
                new PlainUser(List.of("unshare", "-U"), Optional.empty()),
                new PlainUser(
                        List.of("setpriv", "--reuid=" + NOBODY, "--regid=nogroup", "--clear-groups"),
                        Optional.of(NOBODY)),
                new PlainUser(List.of("runuser", "-u", NOBODY, "--"), Optional.of(NOBODY)));
        return ways.stream()
                .filter(PlainUser::works)
                .findFirst()
                .orElseThrow(() -> new PostgresException("PostgreSQL does not run as root, and neither unshare -U, "
                        + "setpriv nor runuser works here: start the hub as an ordinary user, or set "
                        + "database.kind = external"));
    }

    private boolean works() {
        try {
            Process probe = new ProcessBuilder(command(List.of("true")))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!probe.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                probe.destroyForcibly();
                return false;
            }
            return probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return whole;
    }

    /** Gives a folder and all in it to the owner, if that is another than this process. */
    void own(Path folder) throws IOException {
        if (owner.isEmpty()) {
            return;
        }
        UserPrincipal user =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner.get());
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                Files.setOwner(path, user);
            }
        }
    }
}
