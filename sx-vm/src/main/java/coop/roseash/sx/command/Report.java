package coop.roseash.sx.command;

import coop.roseash.sx.SxEvaluation;
import coop.roseash.sx.primitive.JsonWriter;
import coop.roseash.sx.value.SxDict;
import coop.roseash.sx.value.SxException;

/// What came of a run, for machines and for people.
final class Report {
    private Report() {}

    static String value(String value, SxEvaluation evaluation) {
        return json(new SxDict().put("value", value).put("output", evaluation.output()), evaluation);
    }

    static String error(SxException e, SxEvaluation evaluation) {
        SxDict error = new SxDict().put("code", e.code().text())
            .put("message", e.message())
            .put("line", (long) e.line())
            .put("column", (long) e.column());
        return json(new SxDict().put("error", error), evaluation);
    }

    private static String json(SxDict report, SxEvaluation evaluation) {
        return JsonWriter.write(report.put("fuel", evaluation.fuel()).put("alloc", evaluation.alloc()), _ -> {
        });
    }

    /// The message with the line it is about.
    static String forPeople(SxException e, String source) {
        String message = e.code().text() + ": " + e.message();
        String line = source.lines().skip(Math.max(0, e.line() - 1)).findFirst().orElse("");
        if (e.line() == 0 || line.length() > 500) {
            return message;
        }
        return message + "\n  line " + e.line() + ": " + line + "\n" + " ".repeat(("  line " + e.line() + ": ").length()
                + Math.max(0, e.column() - 1)) + "^";
    }
}
