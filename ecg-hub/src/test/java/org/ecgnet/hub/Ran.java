package org.ecgnet.hub;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command of the hub that was run to its end in this process. */
record Ran(int code, String out, String err) {

    static Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = EcgHub.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Ran(code, out.toString(), err.toString());
    }
}
