package coop.roseash.service.sumup;

/// What is known after a call: an error of a shape we do not know is uncertain, never a no.
public sealed interface Reply<T> {
    record Ok<T>(T value) implements Reply<T> {}

    /// SumUp knows no such thing, or not yet.
    record NotFound<T>() implements Reply<T> {}

    /// SumUp said no and nothing happened.
    ///
    /// @param code SumUp's `error_code`, for example `DUPLICATED_CHECKOUT`
    record Refused<T>(int status, String code) implements Reply<T> {}

    /// It may have happened or not: a lost reply, a server's error, an answer we cannot read.
    record Uncertain<T>(String why) implements Reply<T> {}
}
