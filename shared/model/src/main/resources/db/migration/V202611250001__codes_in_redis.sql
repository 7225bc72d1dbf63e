-- A code lives in Redis until it is used, so that asking for one writes nothing here; a grant is what it became.
-- The hash of its code stays, so that a code used again is still recognised.
DELETE FROM oauth_grants WHERE used_at IS NULL;
ALTER TABLE oauth_grants
    DROP redirect_uri,
    DROP challenge,
    DROP nonce,
    DROP expires_at,
    DROP used_at;
