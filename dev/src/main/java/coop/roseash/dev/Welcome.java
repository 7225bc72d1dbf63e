package coop.roseash.dev;

import coop.roseash.dev.setting.Settings;

/// What a newcomer reads once everything runs.
final class Welcome {
    private Welcome() {}

    static String text(Settings settings, String password) {
        return """

                The cooperative is open:

                  Blog         %s
                  Market       %s
                  Cart         %s
                  Events       %s
                  Federation   %s
                  Account      %s

                  Mail         %s   (every mail ends here)
                  Supplier     %s   (the shop the market reads)
                  Payments     %s   (SumUp sandbox)
                  Elsewhere    %s   (another cooperative's server)
                %s
                  Data and logs are in %s.
                  Ctrl-C stops everything and keeps it; ./dev.sh --reset starts afresh.
                """.formatted(settings.origin("blog"), settings.origin("market"), settings.origin("cart"),
                settings.origin("events"), settings.origin("federation"), settings.origin("account"),
                settings.origin("mail"), settings.origin("supplier"), settings.origin("sumup"),
                settings.origin("remote"), settings.demo() ? members(password) : "", settings.data());
    }

    private static String members(String password) {
        return """

                  Members      rosa (admin), edwin (editor), stella (door steward), sam and shirin (shoppers)
                               mail address <name>@rose-ash.example, password %s
                               or ask for a sign-in link, which arrives at the mail page
                """.formatted(password);
    }
}
