package coop.roseash.dev.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;

import jakarta.mail.MessagingException;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/// An SMTP server that keeps every mail, a page that shows them, and the same as JSON at `/messages?to=`.
public class MailCatcher implements AutoCloseable {
    private static final int PAGE = 50;

    private final MailStore store;
    private final GreenMail smtp;
    private final HttpServer http;
    private final ObjectMapper json = new ObjectMapper().findAndRegisterModules()
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private MailCatcher(MailStore store, InetAddress at, int smtpPort, int pagePort) throws IOException {
        this.store = store;
        // Whoever signs in is let in, whatever the password.
        this.smtp = new GreenMail(new ServerSetup(smtpPort, at.getHostAddress(), ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        this.http = HttpServer.create(new InetSocketAddress(at, pagePort), 0);
    }

    /// For this machine only.
    public static MailCatcher start(Path folder, int smtpPort, int pagePort) throws IOException {
        return start(folder, InetAddress.getLoopbackAddress(), smtpPort, pagePort);
    }

    public static MailCatcher start(Path folder, InetAddress at, int smtpPort, int pagePort) throws IOException {
        MailCatcher catcher = new MailCatcher(new MailStore(folder), at, smtpPort, pagePort);
        catcher.smtp.start();
        catcher.smtp.getUserManager().setMessageDeliveryHandler((message, to) -> {
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                message.getMessage().writeTo(bytes);
                catcher.store.add(bytes.toByteArray());
            } catch (IOException e) {
                throw new UserException("The mail could not be kept: " + e.getMessage());
            }
            return sink(catcher.smtp, to.getEmail());
        });
        catcher.http.createContext("/", catcher::answer);
        catcher.http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        catcher.http.start();
        return catcher;
    }

    @Override
    public void close() {
        http.stop(0);
        smtp.stop();
    }

    /// The mail server insists on a mailbox; one for all is emptied by each restart, the folder keeps the mails.
    private static com.icegreen.greenmail.user.GreenMailUser sink(GreenMail smtp, String address) throws UserException,
            MessagingException {
        var user = smtp.getUserManager().getUserByEmail("sink@localhost");
        return user != null ? user : smtp.getUserManager().createUser("sink@localhost", "sink", address);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!exchange.getRequestMethod().matches("GET|HEAD")) {
                send(exchange, 405, "text/plain", "Only GET is answered here.");
            } else if (path.equals("/")) {
                int page = number(parameter(exchange, "page"));
                send(exchange, 200, "text/html", MailPages.list(
                        store.list(parameter(exchange, "to"), (page - 1) * PAGE, PAGE + 1), page, PAGE));
            } else if (path.equals("/messages")) {
                send(exchange, 200, "application/json",
                        json.writeValueAsString(store.list(parameter(exchange, "to"), 0, PAGE)));
            } else {
                one(exchange, path.substring(1));
            }
        }
    }

    private void one(HttpExchange exchange, String id) throws IOException {
        Optional<CaughtMail> mail = store.find(id);
        if (mail.isEmpty()) {
            send(exchange, 404, "text/plain", "There is no such mail.");
        } else {
            send(exchange, 200, "text/html", MailPages.one(mail.get()));
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders()
            .set("Content-Security-Policy",
                    "default-src 'none'; style-src 'unsafe-inline'; img-src *; frame-ancestors 'self'");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static int number(@Nullable String text) {
        return text != null && text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : 1;
    }

    private static @Nullable String parameter(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getRawQuery();
        if (query != null) {
            for (String pair : query.split("&")) {
                if (pair.startsWith(name + "=")) {
                    return java.net.URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                }
            }
        }
        return null;
    }
}
