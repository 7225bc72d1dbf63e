package coop.roseash.service.market.extract;

/// Global trade item numbers (GS1 General Specifications, section 7.9: the check digit).
final class Gtin {
    private Gtin() {}

    static boolean isValid(String digits) {
        if (!digits.matches("\\d{8}|\\d{12,14}")) {
            return false;
        }
        int sum = 0;
        for (int fromRight = 0; fromRight < digits.length(); fromRight++) {
            int digit = digits.charAt(digits.length() - 1 - fromRight) - '0';
            sum += fromRight % 2 == 0 ? digit : 3 * digit;
        }
        return sum % 10 == 0;
    }
}
