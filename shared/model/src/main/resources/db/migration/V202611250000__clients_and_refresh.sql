-- Clients beside our own apps: who vouches for them, what they may ask, what members allowed them, and the refresh
-- tokens they hold (only hashes). Signing keys get the time from which they sign, so that every replica has
-- published a key before any uses it.
ALTER TABLE oauth_clients
    ADD kind TEXT NOT NULL DEFAULT 'vouched' CHECK (kind IN ('own', 'vouched', 'confidential', 'public')),
    ADD scopes TEXT[] NOT NULL DEFAULT '{openid,profile,email,offline_access}',
    ADD disabled_at TIMESTAMPTZ,
    ALTER secret_hash DROP NOT NULL;
UPDATE oauth_clients SET kind = 'own' WHERE own;
ALTER TABLE oauth_clients
    DROP own,
    ALTER kind DROP DEFAULT,
    ADD CHECK ((kind = 'public') = (secret_hash IS NULL));
CREATE INDEX oauth_clients_created ON oauth_clients (created_at);

CREATE TABLE oauth_consents (
    member_id  BIGINT      NOT NULL REFERENCES members ON DELETE CASCADE,
    client_id  TEXT        NOT NULL REFERENCES oauth_clients ON DELETE CASCADE,
    scopes     TEXT[]      NOT NULL,
    granted_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (member_id, client_id)
);
CREATE INDEX oauth_consents_client ON oauth_consents (client_id);

-- A family of refresh tokens is the grant they belong to.
CREATE TABLE oauth_refresh_tokens (
    token_hash TEXT PRIMARY KEY,
    grant_id   BIGINT      NOT NULL REFERENCES oauth_grants ON DELETE CASCADE,
    issued_at  TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    ends_at    TIMESTAMPTZ NOT NULL,
    used_at    TIMESTAMPTZ
);
CREATE INDEX oauth_refresh_tokens_grant ON oauth_refresh_tokens (grant_id);
CREATE INDEX oauth_refresh_tokens_expires ON oauth_refresh_tokens (expires_at);

DROP INDEX signing_keys_current;
ALTER TABLE signing_keys ADD signs_from TIMESTAMPTZ;
UPDATE signing_keys SET signs_from = created_at;
ALTER TABLE signing_keys ALTER signs_from SET NOT NULL, DROP retired_at;
CREATE INDEX signing_keys_order ON signing_keys (algorithm, signs_from);
