package coop.roseash.dev.sumup;

import java.util.Arrays;
import java.util.Optional;

/// The test cards and what each of them does.
public enum Card {
    VISA("4200000000000091", Effect.PAYS, "Visa, pays"), VISA_DEBIT("4200000000000109", Effect.PAYS,
            "Visa debit, pays"), MASTERCARD("5200000000000007", Effect.PAYS, "Mastercard, pays"), CHALLENGED(
                    "4200000000000042", Effect.CHALLENGED,
                    "Visa, the bank asks first"), CHALLENGED_TOO("4200000000000018", Effect.CHALLENGED,
                            "Visa debit, the bank asks first"), BROKEN("4012001037461114", Effect.DECLINED,
                                    "Visa, the bank’s check breaks down"), NOT_ENROLLED("4012001037141112",
                                            Effect.DECLINED, "Visa, the bank does not check"), DECLINED(
                                                    "4000000000000002", Effect.DECLINED, "Visa, declined");

    enum Effect {
        PAYS, CHALLENGED, DECLINED
    }

    private final String number;
    private final Effect effect;
    private final String description;

    Card(String number, Effect effect, String description) {
        this.number = number;
        this.effect = effect;
        this.description = description;
    }

    public String number() {
        return number;
    }

    Effect effect() {
        return effect;
    }

    String description() {
        return description;
    }

    static Optional<Card> of(String number) {
        String digits = number.replace(" ", "");
        return Arrays.stream(values()).filter(card -> card.number.equals(digits)).findFirst();
    }
}
