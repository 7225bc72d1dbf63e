package coop.roseash.service.activity;

import java.util.Set;

import coop.roseash.model.activity.KnownActor;
import coop.roseash.service.activity.json.Document;

/// Does what activities of some types ask for; all kinds of activities without a handler are ignored.
interface IncomingHandler {
    Set<String> types();

    /// Reads what is needed from other servers, outside any transaction.
    default void prepare(Incoming incoming) {}

    /// Changes the database, in the transaction that marks the activity as done.
    void apply(Incoming incoming);

    /// A verified activity and who sent it.
    record Incoming(Document activity, KnownActor actor) {}
}
