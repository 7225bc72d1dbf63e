package coop.roseash.dev;

import coop.roseash.dev.setting.Part;
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

                  Sign-in for other applications:   ./dev.sh%s client ID --redirect URL   prints id and secret
                  (./dev.sh client tells the options; discovery is at %s/.well-known/openid-configuration)
                %s
                  Data and logs are in %s.
                  Ctrl-C stops everything and keeps it; ./dev.sh --reset starts afresh.
                """.formatted(settings.origin("blog"), settings.origin("market"), settings.origin("cart"),
                settings.origin("events"), settings.origin("federation"), settings.origin("account"),
                settings.origin("mail"), settings.origin("supplier"), settings.origin("sumup"),
                settings.origin("remote"), portOption(settings), settings.origin("federation"),
                settings.demo() ? members(password) : "", settings.data());
    }

    /// The command finds federation by its port.
    private static String portOption(Settings settings) {
        int usual = Part.FEDERATION.offset() + 8080;
        int port = settings.port(Part.FEDERATION);
        return port == usual ? "" : " --set port.federation=" + port;
    }

    private static String members(String password) {
        return """

                  Members      rosa (admin), edwin (editor), stella (door steward), sam and shirin (shoppers)
                               mail address <name>@rose-ash.example, password %s
                               or ask for a sign-in link, which arrives at the mail page
                """.formatted(password);
    }
}
