-- The audit page looks for one kind of event, or for a span of time; old lines are thrown away by their age.
CREATE INDEX audit_log_kind ON audit_log (kind, id);
CREATE INDEX audit_log_at ON audit_log (at);
