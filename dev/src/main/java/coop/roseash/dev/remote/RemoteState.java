package coop.roseash.dev.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

/// What the remote server remembers, in one file that survives a restart: its keys, whom it knows, what it got.
final class RemoteState {
    private static final int MOST = 500;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;
    private final Kept kept;

    /// The file's content; a plain class, since it is filled and changed.
    static class Kept {
        public String privateKey = "";
        public String publicKey = "";
        /// Inbox by actor id.
        public Map<String, String> followers = new LinkedHashMap<>();
        /// Whether they accepted, by actor id.
        public Map<String, Boolean> following = new LinkedHashMap<>();
        public List<Written> notes = new ArrayList<>();
        public List<Received> received = new ArrayList<>();
    }

    /// A note of ours.
    record Written(int number, String at, String text) {}

    /// An activity that came.
    ///
    /// @param verified whether its signature was its actor's
    record Received(String at, String type, String actor, String object, boolean verified, String keyId, String body) {}

    private RemoteState(Path file, Kept kept) {
        this.file = file;
        this.kept = kept;
    }

    static RemoteState open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Kept kept = Files.exists(file) ? MAPPER.readValue(file.toFile(), Kept.class) : new Kept();
        RemoteState state = new RemoteState(file, kept);
        if (kept.privateKey.isEmpty()) {
            state.makeKeys();
        }
        return state;
    }

    synchronized KeyPair keys() {
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(kept.publicKey))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(kept.privateKey))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys in " + file + " are broken; delete the file for new ones", e);
        }
    }

    synchronized void received(Received activity) throws IOException {
        kept.received.add(activity);
        while (kept.received.size() > MOST) {
            kept.received.removeFirst();
        }
        save();
    }

    /// The newest first.
    synchronized List<Received> received() {
        return List.copyOf(kept.received).reversed();
    }

    synchronized Written write(String at, String text) throws IOException {
        Written note = new Written(kept.notes.size() + 1, at, text);
        kept.notes.add(note);
        save();
        return note;
    }

    synchronized List<Written> notes() {
        return List.copyOf(kept.notes).reversed();
    }

    synchronized void follower(String actor, String inbox) throws IOException {
        kept.followers.put(actor, inbox);
        save();
    }

    synchronized void noFollower(String actor) throws IOException {
        kept.followers.remove(actor);
        save();
    }

    synchronized Map<String, String> followers() {
        return new LinkedHashMap<>(kept.followers);
    }

    synchronized void following(String actor, boolean accepted) throws IOException {
        kept.following.put(actor, accepted);
        save();
    }

    synchronized Map<String, Boolean> following() {
        return new LinkedHashMap<>(kept.following);
    }

    private void makeKeys() throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair keys = generator.generateKeyPair();
            kept.privateKey = Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
            kept.publicKey = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
            save();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK makes RSA keys", e);
        }
    }

    private void save() throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(partial.toFile(), kept);
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
