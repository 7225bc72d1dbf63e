package coop.roseash.service.site;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import coop.roseash.contract.trade.VatClass;

/// The rate of each VAT class by the day it began.
final class VatTable {
    private static final List<Rate> UNITED_KINGDOM = List.of(
            new Rate(VatClass.STANDARD, LocalDate.of(2011, 1, 4), new BigDecimal("0.20")),
            new Rate(VatClass.REDUCED, LocalDate.of(1997, 9, 1), new BigDecimal("0.05")),
            new Rate(VatClass.ZERO, LocalDate.of(1973, 4, 1), BigDecimal.ZERO));

    private final Map<VatClass, NavigableMap<LocalDate, BigDecimal>> rates = new EnumMap<>(VatClass.class);

    record Rate(VatClass vat, LocalDate from, BigDecimal fraction) {}

    private VatTable(List<Rate> table) {
        table.forEach(rate -> rates.computeIfAbsent(rate.vat, vat -> new TreeMap<>()).put(rate.from, rate.fraction));
    }

    /// The configured table, or that of the United Kingdom where none is.
    static VatTable of(List<SiteConfig.Vat> configured) {
        return new VatTable(configured.isEmpty() ? UNITED_KINGDOM : read(configured));
    }

    BigDecimal rate(VatClass vat, LocalDate day) {
        var began = rates.getOrDefault(vat, new TreeMap<>()).floorEntry(day);
        return began == null ? BigDecimal.ZERO : began.getValue();
    }

    private static List<Rate> read(List<SiteConfig.Vat> configured) {
        return IntStream.range(0, configured.size())
            .mapToObj(i -> rate("site.vat[" + i + "]", configured.get(i)))
            .toList();
    }

    private static Rate rate(String key, SiteConfig.Vat row) {
        return new Rate(
                Setting.read(
                        key + ".class",
                        row.vatClass(),
                        "standard, reduced or zero",
                        text -> VatClass.valueOf(text.toUpperCase(Locale.ROOT))),
                Setting.read(key + ".from", row.from(), "a day such as 2011-01-04", LocalDate::parse),
                Setting.read(key + ".percent", row.percent(), "a percentage from 0 to 100", VatTable::fraction));
    }

    private static BigDecimal fraction(String percent) {
        BigDecimal value = new BigDecimal(percent);
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException(percent);
        }
        return value.movePointLeft(2);
    }
}
