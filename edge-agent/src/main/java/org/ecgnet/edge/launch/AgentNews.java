package org.ecgnet.edge.launch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecgnet.protocol.release.ReleaseVersion;

/** What the agent tells on its standard output, a JSON object a line. */
public sealed interface AgentNews {

    /** The page answers. */
    record Ready(int port) implements AgentNews {
        @Override
        public String line() {
            return "{\"event\":\"ready\",\"page\":\"http://127.0.0.1:" + port + "\"}";
        }
    }

    /** It has all it needs, and the hub too: a version on trial may stay. */
    record Well() implements AgentNews {
        @Override
        public String line() {
            return "{\"event\":\"well\"}";
        }
    }

    /** It ends, for another version to be tried. */
    record Update(ReleaseVersion version) implements AgentNews {
        @Override
        public String line() {
            return "{\"event\":\"update\",\"version\":\"" + version + "\"}";
        }
    }

    /** It ends, on trial, for the version before to come back. */
    record TakeBack() implements AgentNews {
        @Override
        public String line() {
            return "{\"event\":\"take-back\"}";
        }
    }

    /** Anything else. */
    record Other(String line) implements AgentNews {}

    Pattern READY = Pattern.compile("\\{\"event\":\"ready\",\"page\":\"http://127\\.0\\.0\\.1:(\\d{1,5})\"}");
    Pattern UPDATE = Pattern.compile("\\{\"event\":\"update\",\"version\":\"([0-9.]+)\"}");

    /** As it is printed. */
    String line();

    /** What a line says. */
    static AgentNews of(String line) {
        Matcher ready = READY.matcher(line);
        Matcher update = UPDATE.matcher(line);
        if (ready.matches()) {
            return new Ready(Integer.parseInt(ready.group(1)));
        }
        if (update.matches()) {
            return new Update(ReleaseVersion.parse(update.group(1)));
        }
        if (line.equals(new Well().line())) {
            return new Well();
        }
        return line.equals(new TakeBack().line()) ? new TakeBack() : new Other(line);
    }
}
