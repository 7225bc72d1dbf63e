-- For those who watch the platform: what was set aside and what just happened is counted often and must not cost a scan;
-- log levels are changed for all tasks at once, while they run.
CREATE INDEX outbox_dead ON outbox (id) WHERE dead_at IS NOT NULL;
CREATE INDEX ap_activities_dead ON ap_activities (id) WHERE state = 'DEAD';
CREATE INDEX order_events_at ON order_events (at);

-- An app's name, or * for all; a logger's name, or nothing for all loggers.
CREATE TABLE log_levels (
    app      TEXT NOT NULL DEFAULT '*',
    category TEXT NOT NULL,
    level    TEXT NOT NULL CHECK (level IN ('OFF', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'TRACE')),
    PRIMARY KEY (app, category)
);

CREATE FUNCTION log_levels_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('log_levels', '');
    RETURN NULL;
END $$;

CREATE TRIGGER log_levels_changed AFTER INSERT OR UPDATE OR DELETE ON log_levels
    FOR EACH STATEMENT EXECUTE FUNCTION log_levels_changed();
