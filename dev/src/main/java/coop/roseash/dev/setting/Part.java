package coop.roseash.dev.setting;

/// Everything that listens on a port of its own; the number is added to the port base.
public enum Part {
    GATEWAY(0), BLOG(1), MARKET(2), CART(3), EVENTS(4), FEDERATION(5), ACCOUNT(6), MAIL_PAGE(7), SUPPLIER(8), SUMUP(
            9), REMOTE(
                    10), SMTP(11), DATABASE(12), REDIS(13);

    private final int offset;

    Part(int offset) {
        this.offset = offset;
    }

    public int offset() {
        return offset;
    }

    /// The setting that moves it, for example `port.mail-page`.
    public String setting() {
        return "port." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
