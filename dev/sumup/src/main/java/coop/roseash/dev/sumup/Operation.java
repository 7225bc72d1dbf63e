package coop.roseash.dev.sumup;

/// What a client may ask for; faults are set per operation.
public enum Operation {
    CREATE, FIND, GET, PAY, DEACTIVATE, REFUND, TRANSACTION, HISTORY, WEBHOOK
}
