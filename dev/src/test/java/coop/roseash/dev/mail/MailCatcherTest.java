package coop.roseash.dev.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MailCatcherTest {
    private final HttpClient http = HttpClient.newHttpClient();
    @TempDir
    Path folder;

    @Test
    void showsACaughtMailAndKeepsItOverARestart() throws Exception {
        int smtp = freePort();
        int page = freePort();
        try (MailCatcher catcher = MailCatcher.start(folder, smtp, page)) {
            send(smtp, "sam@rose-ash.example", "Your <sign-in> link", "Follow http://a.example/x?a=1&b=2 please");
        }
        try (MailCatcher catcher = MailCatcher.start(folder, smtp, page)) {
            assertThat(get(page, "/").body()).contains("Your &lt;sign-in&gt; link");
            String json = get(page, "/messages?to=sam@rose-ash.example").body();
            assertThat(json).contains("Your <sign-in> link");
            String id = json.replaceAll("(?s).*\"id\":\"(\\d+)\".*", "$1");
            assertThat(get(page, "/" + id).body()).contains("<a href=\"http://a.example/x?a=1&amp;b=2\">");
            assertThat(get(page, "/messages?to=other@rose-ash.example").body()).isEqualTo("[]");
            send(smtp, "sam@rose-ash.example", "Second", "two");
            assertThat(get(page, "/messages").body()).contains("Second").contains("Your <sign-in> link");
        }
    }

    @Test
    void letsEveryUserInWithAnyPassword() throws Exception {
        int smtp = freePort();
        int page = freePort();
        try (MailCatcher catcher = MailCatcher.start(folder, InetAddress.getByName("0.0.0.0"), smtp, page)) {
            Session session = session(smtp);
            session.getProperties().put("mail.smtp.auth", "true");
            Transport.send(mail(session, "sam@rose-ash.example", "Signed in", "text"), "proof", "any password");
            assertThat(get(page, "/messages").body()).contains("Signed in");
        }
    }

    @Test
    void answersAnUnknownMailWith404() throws Exception {
        int page = freePort();
        try (MailCatcher catcher = MailCatcher.start(folder, freePort(), page)) {
            assertThat(get(page, "/000000000009").statusCode()).isEqualTo(404);
            assertThat(get(page, "/..%2f..%2fetc").statusCode()).isEqualTo(404);
        }
    }

    private static void send(int port, String to, String subject, String text) throws Exception {
        Transport.send(mail(session(port), to, subject, text));
    }

    private static Session session(int port) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(port));
        return Session.getInstance(properties);
    }

    private static MimeMessage mail(Session session, String to, String subject, String text) throws Exception {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress("hello@rose-ash.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject);
        message.setText(text, "UTF-8");
        return message;
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
