package coop.roseash.infrastructure.fragment;

/// A lender did not answer, or not with a fragment.
class LenderFailure extends Exception {
    private static final long serialVersionUID = 1;

    LenderFailure(String message) {
        super(message);
    }
}
