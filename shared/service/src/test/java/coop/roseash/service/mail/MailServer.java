package coop.roseash.service.mail;

import java.util.Map;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/// A real SMTP server on loopback, read back by POP3.
public class MailServer implements QuarkusTestResourceLifecycleManager {
    static final String POP3_PORT = "test.pop3-port";

    private final GreenMail mail = new GreenMail(new ServerSetup[]{
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3)});

    @Override
    public Map<String, String> start() {
        mail.start();
        return Map.of("quarkus.mailer.port", String.valueOf(mail.getSmtp().getPort()), POP3_PORT,
                String.valueOf(mail.getPop3().getPort()));
    }

    @Override
    public void stop() {
        mail.stop();
    }
}
