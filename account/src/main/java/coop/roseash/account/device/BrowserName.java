package coop.roseash.account.device;

import java.util.List;

/// What a browser calls itself, in words a member knows.
final class BrowserName {
    private static final int LONGEST = 60;
    /// The first that is found counts: browsers name those they descend from, too.
    private static final List<String> BROWSERS = List.of("Edg=Edge", "OPR=Opera", "SamsungBrowser=Samsung Internet",
            "Firefox=Firefox", "FxiOS=Firefox", "CriOS=Chrome", "Chromium=Chromium", "Chrome=Chrome", "Safari=Safari");
    private static final List<String> SYSTEMS = List.of("iPhone=iPhone", "iPad=iPad", "Android=Android",
            "Windows=Windows", "CrOS=ChromeOS", "Macintosh=Mac", "Linux=Linux");

    private BrowserName() {}

    static String of(String userAgent) {
        String browser = first(BROWSERS, userAgent);
        String system = first(SYSTEMS, userAgent);
        if (browser.isEmpty()) {
            String plain = userAgent.isBlank() ? "Unknown browser" : userAgent.strip();
            return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
        }
        return system.isEmpty() ? browser : browser + " on " + system;
    }

    private static String first(List<String> names, String userAgent) {
        return names.stream()
            .map(pair -> pair.split("=", 2))
            .filter(pair -> userAgent.contains(pair[0]))
            .map(pair -> pair[1])
            .findFirst()
            .orElse("");
    }
}
