package coop.roseash.service.site;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.quarkus.runtime.configuration.ConfigurationException;

import coop.roseash.contract.trade.VatClass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VatTableTest {
    private static final LocalDate CHANGE = LocalDate.of(2026, 4, 1);

    @Test
    void findsTheRateOfTheDay() {
        VatTable table = VatTable
            .of(List.of(row("standard", "2011-01-04", "20"), row("standard", "2026-04-01", "17.5")));
        assertThat(table.rate(VatClass.STANDARD, CHANGE.minusDays(1))).isEqualByComparingTo("0.2");
        assertThat(table.rate(VatClass.STANDARD, CHANGE)).isEqualByComparingTo("0.175");
        assertThat(table.rate(VatClass.REDUCED, CHANGE)).isZero();
    }

    @Test
    void knowsTheUnitedKingdomsRatesWhereNoneAreGiven() {
        assertThat(VatTable.of(List.of()).rate(VatClass.REDUCED, CHANGE)).isEqualByComparingTo("0.05");
    }

    @Test
    void namesTheWrongValueAndWhatItShouldBe() {
        assertThatThrownBy(() -> VatTable.of(List.of(row("standard", "2011-01-04", "120"))))
            .isInstanceOf(ConfigurationException.class)
            .hasMessage("The setting site.vat[0].percent is \"120\" but should be a percentage from 0 to 100.");
    }

    private static SiteConfig.Vat row(String vatClass, String from, String percent) {
        return new SiteConfig.Vat() {
            @Override
            public String vatClass() {
                return vatClass;
            }

            @Override
            public String from() {
                return from;
            }

            @Override
            public String percent() {
                return percent;
            }
        };
    }
}
