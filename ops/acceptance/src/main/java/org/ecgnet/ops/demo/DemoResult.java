package org.ecgnet.ops.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalLong;

/**
 * How the demo went as a whole.
 *
 * @param problems what was not as it should be; empty when all is well
 * @param startToFirstRedPageMillis from the demo's start; empty without a red
 */
record DemoResult(
        List<ExamOutcome> exams, List<String> problems, int dispatches, OptionalLong startToFirstRedPageMillis) {

    DemoResult {
        exams = List.copyOf(exams);
        problems = List.copyOf(problems);
    }

    /** One line for a script. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("ok", problems.isEmpty());
        ArrayNode list = json.putArray("exams");
        exams.forEach(exam -> list.add(exam.json()));
        json.put("dispatches", dispatches);
        startToFirstRedPageMillis.ifPresent(millis -> json.put("startToFirstRedPageMs", millis));
        ArrayNode words = json.putArray("problems");
        problems.forEach(words::add);
        return json;
    }
}
