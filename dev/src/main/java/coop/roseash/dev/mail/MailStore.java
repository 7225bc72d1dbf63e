package coop.roseash.dev.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;

/// Caught mails as `.eml` files in a folder, so that they outlive a restart; the oldest are dropped.
class MailStore {
    private static final int MOST = 2_000;

    private final Path folder;
    private final AtomicLong last;

    MailStore(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        List<String> ids = ids();
        this.last = new AtomicLong(ids.isEmpty() ? 0 : Long.parseLong(ids.getFirst()));
    }

    void add(byte[] message) throws IOException {
        String id = "%012d".formatted(last.incrementAndGet());
        Path writing = folder.resolve(id + ".part");
        Files.write(writing, message);
        Files.move(writing, folder.resolve(id + ".eml"));
        List<String> ids = ids();
        for (String old : ids.subList(Math.min(MOST, ids.size()), ids.size())) {
            Files.deleteIfExists(folder.resolve(old + ".eml"));
        }
    }

    /// @param to only mails to this address; null for all
    List<CaughtMail> list(@Nullable String to, int offset, int limit) throws IOException {
        List<CaughtMail> found = new ArrayList<>();
        int skipped = 0;
        for (String id : ids()) {
            Optional<CaughtMail> mail = find(id);
            if (mail.isPresent() && (to == null || mail.get().to().stream().anyMatch(to::equalsIgnoreCase))
                    && skipped++ >= offset) {
                found.add(mail.get());
                if (found.size() == limit) {
                    break;
                }
            }
        }
        return found;
    }

    Optional<CaughtMail> find(String id) throws IOException {
        if (!id.matches("\\d{12}")) {
            return Optional.empty();
        }
        try {
            Path file = folder.resolve(id + ".eml");
            return Optional.of(read(id, Files.getLastModifiedTime(file).toInstant(), Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (MessagingException e) {
            throw new IOException("Mail " + id + " is not readable", e);
        }
    }

    private List<String> ids() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".eml"))
                .map(name -> name.substring(0, name.length() - 4))
                .sorted(Collections.reverseOrder())
                .toList();
        }
    }

    private static CaughtMail read(String id, Instant at, byte[] bytes) throws IOException, MessagingException {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.put(header.getName(), header.getValue());
        }
        String subject = message.getSubject();
        return new CaughtMail(id, at, addresses(message.getFrom()).stream().findFirst().orElse(""),
                addresses(message.getAllRecipients()), subject == null ? "" : subject,
                Optional.ofNullable(body(message, "text/plain")).orElse(""), body(message, "text/html"), headers);
    }

    private static List<String> addresses(Address @Nullable [] addresses) {
        List<String> list = new ArrayList<>();
        if (addresses != null) {
            for (Address address : addresses) {
                list.add(address.toString().replaceAll("^.*<|>.*$", ""));
            }
        }
        return list;
    }

    private static @Nullable String body(Part part, String type) throws IOException, MessagingException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = body(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
