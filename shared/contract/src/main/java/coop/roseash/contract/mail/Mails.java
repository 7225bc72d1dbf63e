package coop.roseash.contract.mail;

/// Sends mail once the caller's transaction has committed; the same key is sent once.
public interface Mails {
    void send(Mail mail);
}
