package coop.roseash.service.blog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import coop.roseash.contract.blog.Picture;
import coop.roseash.contract.blog.Pictures;
import coop.roseash.model.blog.PictureFile;

/// Keeps pictures in the database, so that every replica has them.
@ApplicationScoped
class PictureStore implements Pictures {
    private static final String PICTURES_ONLY = "Only JPEG, PNG, GIF, WebP and SVG pictures can be shown.";
    private static final int HASH_DIGITS = 32;
    private static final int NAME_LENGTH = 80;

    private final EntityManager entities;
    private final BlogConfig config;
    private final Clock clock;

    PictureStore(EntityManager entities, BlogConfig config, Clock clock) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    @Override
    @Transactional
    @RolesAllowed({"author", "editor"})
    public KeepOutcome keep(String fileName, byte[] bytes) {
        return FileKind.of(bytes).filter(kind -> !kind.isPicture()).isPresent()
                ? new KeepOutcome.Refused(PICTURES_ONLY)
                : keepFile(fileName, bytes);
    }

    /// Also sound, film and documents, which only an import may bring.
    KeepOutcome keepFile(String fileName, byte[] bytes) {
        if (bytes.length > config.pictureLimit()) {
            return new KeepOutcome.Refused("The file is larger than " + config.pictureLimit() / 1024 + " KiB.");
        }
        Optional<FileKind> kind = FileKind.of(bytes);
        if (kind.isEmpty()) {
            return new KeepOutcome.Refused(PICTURES_ONLY);
        }
        String hash = hash(bytes);
        PictureFile kept = entities.find(PictureFile.class, hash);
        return new KeepOutcome.Kept(picture(kept != null ? kept : store(hash, kind.get(), fileName, bytes)));
    }

    private PictureFile store(String hash, FileKind kind, String fileName, byte[] bytes) {
        PictureFile file = new PictureFile();
        file.hash = hash;
        file.mediaType = kind.mediaType();
        file.fileName = safe(fileName);
        kind.size(bytes).ifPresent(size -> {
            file.width = size.width();
            file.height = size.height();
        });
        file.bytes = bytes;
        file.createdAt = clock.instant();
        // Another replica may keep the same bytes at the same moment: the first row stays.
        entities.createQuery("""
                insert into PictureFile (hash, mediaType, fileName, width, height, bytes, createdAt)
                values (:hash, :type, :name, :width, :height, :bytes, :now) on conflict (hash) do nothing""")
            .setParameter("hash", hash)
            .setParameter("type", file.mediaType)
            .setParameter("name", file.fileName)
            .setParameter("width", file.width)
            .setParameter("height", file.height)
            .setParameter("bytes", bytes)
            .setParameter("now", file.createdAt)
            .executeUpdate();
        return file;
    }

    @Override
    public Optional<File> byHash(String hash) {
        return entities
            .createQuery("select f.mediaType, f.bytes from PictureFile f where f.hash = :hash", File.class)
            .setParameter("hash", hash)
            .getResultStream()
            .findFirst();
    }

    /// The size of a kept picture by its address.
    Optional<Picture> byAddress(String address) {
        String[] parts = address.split("/");
        if (!address.startsWith("/pictures/") || parts.length < 3) {
            return Optional.empty();
        }
        return entities.createQuery("""
                select :address, '', '', f.width, f.height from PictureFile f where f.hash = :hash""", Picture.class)
            .setParameter("address", address)
            .setParameter("hash", parts[2])
            .getResultStream()
            .findFirst();
    }

    private static Picture picture(PictureFile file) {
        return new Picture("/pictures/" + file.hash + "/" + file.fileName, "", "", file.width, file.height);
    }

    private static String safe(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9.]+", "-")
            .replaceAll("^[-.]+|[-.]+$", "");
        String shortened = plain.length() > NAME_LENGTH ? plain.substring(plain.length() - NAME_LENGTH) : plain;
        return shortened.isEmpty() ? "picture" : shortened;
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
