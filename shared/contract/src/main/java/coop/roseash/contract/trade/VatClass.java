package coop.roseash.contract.trade;

/// Which VAT rate a thing is sold at; the rate of a class on a day is the site's VAT table.
public enum VatClass {
    STANDARD, REDUCED, ZERO
}
