package coop.roseash.contract.app;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

import coop.roseash.contract.trade.VatClass;

/// What a cooperative decides once for all six apps, from its `app-config.yaml`.
public interface SiteSettings {
    /// The cooperative's name, as in the header and in mails.
    String name();

    /// One line under the name; may be empty.
    String strapline();

    Currency currency();

    ZoneId zone();

    Locale locale();

    /// The rate of a class on a day, as a fraction: 0.20 for 20 %.
    BigDecimal vatRate(VatClass vat, LocalDate day);

    /// The colour of links and buttons on light paper, as `#rrggbb`.
    String accent();

    /// The same on dark paper.
    String accentOnDark();
}
