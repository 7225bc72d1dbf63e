package coop.roseash.contract.session;

/// Browsers in which somebody signed in after an app had asked there in vain, so that the app asks again instead of
/// waiting. A browser is known by a mark that federation makes and that means nothing elsewhere.
public interface Browsers {
    void noteSignIn(String mark);

    /// Nobody is signed in there after all.
    void forget(String mark);

    boolean hasSignedIn(String mark);
}
