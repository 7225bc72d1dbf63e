package coop.roseash.sx;

/// The front door: evaluations by engine and profile, and the short ways to use them.
public final class Sx {
    private Sx() {}

    /// An evaluation on the default engine.
    public static SxEvaluation evaluation(Profile profile) {
        return evaluation(Engine.SX, profile);
    }

    public static SxEvaluation evaluation(Engine engine, Profile profile) {
        return new SxEvaluation(SxRuntime.shared().session(engine, profile.tenant()), profile);
    }

    /// The value of a program, serialized.
    public static String evaluate(Engine engine, Profile profile, String source) {
        SxEvaluation evaluation = evaluation(engine, profile);
        return evaluation.serialize(evaluation.evaluate(source));
    }
}
