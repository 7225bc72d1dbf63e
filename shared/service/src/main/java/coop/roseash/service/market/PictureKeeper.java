package coop.roseash.service.market;

import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;

import coop.roseash.contract.market.Pictures;
import coop.roseash.model.market.ProductPictureSize;

/// Keeps pictures in the database, resized once, so that every replica can serve them.
@ApplicationScoped
class PictureKeeper implements Pictures {
    private final EntityManager entities;
    private final Clock clock;

    PictureKeeper(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<File> file(String hash, int width) {
        return entities
            .createQuery("from ProductPictureSize where hash = :hash and width = :width", ProductPictureSize.class)
            .setParameter("hash", hash)
            .setParameter("width", width)
            .getResultStream()
            .findFirst()
            .map(size -> new File(size.mediaType, size.bytes));
    }

    /// Decoding and resizing take their time, so they happen before the transaction.
    @Override
    public StoreOutcome store(byte[] original) {
        String hash = HexFormat.of().formatHex(Sha256.of(original));
        if (QuarkusTransaction.requiringNew().call(() -> isKept(hash))) {
            return new StoreOutcome.Stored(hash);
        }
        return switch (PictureSizes.of(original)) {
            case PictureSizes.Outcome.Unreadable(String reason) -> new StoreOutcome.NotAPicture(reason);
            case PictureSizes.Outcome.Made made ->
                QuarkusTransaction.requiringNew().call(() -> keep(hash, made));
        };
    }

    private boolean isKept(String hash) {
        return !entities.createNativeQuery("SELECT 1 FROM product_pictures WHERE hash = :hash")
            .setParameter("hash", hash)
            .getResultList()
            .isEmpty();
    }

    /// Another replica may have kept the same picture meanwhile.
    private StoreOutcome keep(String hash, PictureSizes.Outcome.Made made) {
        entities.createNativeQuery("""
                INSERT INTO product_pictures (hash, width, height, created_at) VALUES (:hash, :width, :height, :now)
                ON CONFLICT (hash) DO NOTHING""")
            .setParameter("hash", hash)
            .setParameter("width", made.width())
            .setParameter("height", made.height())
            .setParameter("now", clock.instant())
            .executeUpdate();
        for (PictureSizes.Rendition each : made.renditions()) {
            entities.createNativeQuery("""
                    INSERT INTO product_picture_sizes (hash, width, height, media_type, bytes)
                    VALUES (:hash, :width, :height, :type, :bytes) ON CONFLICT (hash, width) DO NOTHING""")
                .setParameter("hash", hash)
                .setParameter("width", each.width())
                .setParameter("height", each.height())
                .setParameter("type", each.mediaType())
                .setParameter("bytes", each.bytes())
                .executeUpdate();
        }
        return new StoreOutcome.Stored(hash);
    }
}
