package org.ecgnet.ops.program;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the built programs are and how to start them.
 *
 * @param root the repository's root folder
 */
public record Programs(Path root) {

    /** From the system property {@code ecg.root}, which the scripts and the build set. */
    public static Programs built() {
        String root = System.getProperty("ecg.root");
        if (root == null) {
            throw new ProgramException("system property ecg.root is missing: start by ./ops/demo or ./ops/test");
        }
        return new Programs(Path.of(root).toAbsolutePath().normalize());
    }

    /** Starts a module's program; its log goes to {@code log}, its standard output is read line by line. */
    public Program start(String name, String module, Path log, List<String> jvmOptions, String... arguments) {
        return Program.start(name, command(module, jvmOptions, arguments), log);
    }

    /**
     * Runs a module's program to its end.
     *
     * @param typed what a person types into it
     */
    public Finished run(String module, String typed, String... arguments) {
        return Finished.of(command(module, List.of(), arguments), typed);
    }

    private List<String> command(String module, List<String> jvmOptions, String... arguments) {
        Path jar = root.resolve(module).resolve("target").resolve(module + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new ProgramException(module + ".jar is not built: run mvn package -Dfast -DskipTests");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(jvmOptions);
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
