package coop.roseash.contract.blog;

/// In what standing someone reads: nobody known, a member, or one of those who write and edit.
public enum Reader {
    GUEST, MEMBER, STAFF
}
