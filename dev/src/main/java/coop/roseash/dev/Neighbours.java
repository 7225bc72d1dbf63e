package coop.roseash.dev;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

import coop.roseash.dev.mail.MailCatcher;
import coop.roseash.dev.setting.Part;
import coop.roseash.dev.sumup.SumUpSandbox;
import coop.roseash.dev.supplier.SupplierShop;

/// What a cooperative needs around it, by itself and for every network: a mail catcher, a SumUp sandbox and a supplier's
/// shop, on the ports the launcher gives them (dev/swarm.sh runs it beside the stack).
public final class Neighbours {
    private static final int PORT_BASE = 8080;

    private Neighbours() {}

    /// @param arguments a folder for the mails, where browsers reach the sandbox, the merchant's code and API key
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 4) {
            System.err.println("Usage: Neighbours FOLDER SANDBOX-ORIGIN MERCHANT API-KEY");
            System.exit(2);
        }
        Logger.getLogger("").setLevel(Level.WARNING);
        InetAddress everywhere = InetAddress.getByName("0.0.0.0");
        Path mails = Files.createDirectories(Path.of(arguments[0]));
        MailCatcher.start(mails, everywhere, port(Part.SMTP), port(Part.MAIL_PAGE));
        SumUpSandbox.start(everywhere, new SumUpSandbox.Options(port(Part.SUMUP), arguments[1], arguments[2],
                "Rose Ash", arguments[3], "GBP", null));
        SupplierShop.start(new InetSocketAddress(everywhere, port(Part.SUPPLIER)));
        System.out.println("Mail, payments and goods are there");
        Thread.currentThread().join();
    }

    private static int port(Part part) {
        return PORT_BASE + part.offset();
    }
}
