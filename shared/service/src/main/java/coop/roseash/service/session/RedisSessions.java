package coop.roseash.service.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.keys.KeyCommands;
import io.quarkus.redis.datasource.set.SetCommands;
import io.quarkus.redis.datasource.value.GetExArgs;
import io.quarkus.redis.datasource.value.SetArgs;
import io.quarkus.redis.datasource.value.ValueCommands;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.contract.session.Session;
import coop.roseash.contract.session.Sessions;

/// Keys: `sess:{app}:{hash of the token}` holds one session, `sid:{sid}` the keys of all that hang on it in any
/// app, `sid-ended:{sid}` that it was signed out.
@ApplicationScoped
class RedisSessions implements Sessions {
    private static final int TOKEN_BYTES = 32;
    private static final Duration NOTICE = Duration.ofMinutes(1);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyCommands<String> keys;
    private final ValueCommands<String, String> values;
    private final SetCommands<String, String> sets;
    private final MemberDevices devices;
    private final ObjectMapper json;
    private final SessionConfig config;
    private final Clock clock;
    private final String prefix;

    RedisSessions(RedisDataSource redis, MemberDevices devices, ObjectMapper json, SessionConfig config, Clock clock,
            Addresses addresses) {
        this.keys = redis.key();
        this.values = redis.value(String.class);
        this.sets = redis.set(String.class);
        this.devices = devices;
        this.json = json;
        this.config = config;
        this.clock = clock;
        this.prefix = prefix(addresses.self());
    }

    @Override
    public Optional<String> start(Session session) {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        String token = BASE64.encodeToString(bytes);
        String key = key(token);
        sets.sadd(index(session.sid()), key);
        keys.expire(index(session.sid()), config.lifetime());
        values.setex(key, config.idle().toSeconds(), write(session));
        // Looked at after writing, while ending marks before it deletes: whichever comes second sees the other.
        if (keys.exists(ended(session.sid()))) {
            keys.del(key);
            return Optional.empty();
        }
        devices.add(session.memberId(), session.sid(), session.startedAt()).forEach(oldest -> {
            endEverywhere(oldest);
            devices.remove(session.memberId(), oldest);
        });
        return Optional.of(token);
    }

    @Override
    public Optional<Session> find(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        String key = key(token);
        Session session = read(values.getex(key, new GetExArgs().ex(config.idle())));
        if (session == null) {
            return Optional.empty();
        }
        if (session.startedAt().plus(config.lifetime()).isBefore(clock.instant())) {
            keys.del(key);
            return Optional.empty();
        }
        return Optional.of(noticed(key, session));
    }

    /// Written at most once a minute, and never after the session ended meanwhile.
    private Session noticed(String key, Session session) {
        Instant now = clock.instant();
        if (session.seenAt().plus(NOTICE).isAfter(now)) {
            return session;
        }
        Session seen = session.seen(now);
        values.set(key, write(seen), new SetArgs().xx().ex(config.idle()));
        return seen;
    }

    /// The sessions that hang on a sid, by app.
    Map<AppName, Session> of(String sid) {
        Map<AppName, Session> found = new EnumMap<>(AppName.class);
        Set<String> members = sets.smembers(index(sid));
        for (AppName app : AppName.values()) {
            members.stream()
                .filter(key -> key.startsWith(prefix(app)))
                .map(key -> read(values.get(key)))
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Session::seenAt))
                .ifPresent(latest -> found.put(app, latest));
        }
        return found;
    }

    @Override
    public void end(String token) {
        String key = key(token);
        Session session = read(values.getdel(key));
        if (session != null) {
            sets.srem(index(session.sid()), key);
        }
    }

    @Override
    public void endHere(String sid) {
        values.setex(ended(sid), config.endedMemory().toSeconds(), "");
        endMatching(sid, key -> key.startsWith(prefix));
    }

    @Override
    public void endEverywhere(String sid) {
        values.setex(ended(sid), config.endedMemory().toSeconds(), "");
        endMatching(sid, key -> true);
    }

    @Override
    public boolean isEnded(String sid) {
        return keys.exists(ended(sid));
    }

    private void endMatching(String sid, Predicate<String> which) {
        Set<String> found = sets.smembers(index(sid));
        String[] ending = found.stream().filter(which).toArray(String[]::new);
        if (ending.length > 0) {
            keys.del(ending);
            sets.srem(index(sid), ending);
        }
    }

    private String write(Session session) {
        try {
            return json.writeValueAsString(session);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A session could not be written as JSON", e);
        }
    }

    private @Nullable Session read(@Nullable String text) {
        try {
            return text == null ? null : json.readValue(text, Session.class);
        } catch (JsonProcessingException e) {
            // Written by another release: the member signs in again.
            return null;
        }
    }

    private String key(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return prefix + BASE64.encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String prefix(AppName app) {
        return "sess:" + app.id() + ":";
    }

    private static String index(String sid) {
        return "sid:" + sid;
    }

    private static String ended(String sid) {
        return "sid-ended:" + sid;
    }
}
