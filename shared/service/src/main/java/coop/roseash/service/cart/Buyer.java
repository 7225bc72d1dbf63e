package coop.roseash.service.cart;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import coop.roseash.contract.cart.Checkouts.Placement;
import coop.roseash.contract.money.Money;

/// Who buys, as typed and tidied up, and what they saw.
record Buyer(String placementKey, String email, String name, Money total) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;:\"]+@[^\\s@<>,;:\"]+\\.[^\\s@<>,;:\"]+");
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 100;

    static Buyer of(Placement placement) {
        return new Buyer(placement.key(), placement.email().strip(), placement.name().strip().replaceAll("\\s+", " "),
                placement.total());
    }

    /// Field → message; empty when all is well.
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (name.isEmpty()) {
            errors.put("name", "Tell us your name, so that we can hand you your things.");
        } else if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            errors.put("name", "Use at most 100 ordinary characters.");
        }
        if (email.isEmpty()) {
            errors.put("email", "Tell us your e-mail address; the receipt goes there.");
        } else if (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()) {
            errors.put("email", "This is not an e-mail address like name@example.com.");
        }
        if (!KEY.matcher(placementKey).matches()) {
            errors.put("key", "This form is out of date; load the page again.");
        }
        return errors;
    }

    /// The same for the same details.
    String hash() {
        try {
            byte[] text = String.join("\n", email, name, total.toString()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
