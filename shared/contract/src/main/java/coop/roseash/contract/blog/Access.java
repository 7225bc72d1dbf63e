package coop.roseash.contract.blog;

import java.util.Locale;

/// Who may read a whole post; the others read up to its members-only mark.
public enum Access {
    PUBLIC, MEMBERS, PAID;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean allows(Reader reader) {
        return switch (this) {
            case PUBLIC -> true;
            case MEMBERS -> reader != Reader.GUEST;
            case PAID -> reader == Reader.STAFF;
        };
    }
}
