package coop.roseash.service.session;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.keys.KeyCommands;
import io.quarkus.redis.datasource.sortedset.SortedSetCommands;
import io.quarkus.redis.datasource.sortedset.ZAddArgs;

/// The sids of each member by the time they began: `member-sids:{id}`.
@ApplicationScoped
class MemberDevices {
    private final KeyCommands<String> keys;
    private final SortedSetCommands<String, String> sets;
    private final SessionConfig config;

    MemberDevices(RedisDataSource redis, SessionConfig config) {
        this.keys = redis.key();
        this.sets = redis.sortedSet(String.class);
        this.config = config;
    }

    /// @return the sids that are now too many, the oldest first
    List<String> add(long memberId, String sid, Instant startedAt) {
        String key = key(memberId);
        sets.zadd(key, new ZAddArgs().nx(), startedAt.toEpochMilli(), sid);
        keys.expire(key, config.lifetime());
        long count = sets.zcard(key);
        return count <= config.mostDevices() ? List.of() : sets.zrange(key, 0, count - config.mostDevices() - 1);
    }

    List<String> of(long memberId) {
        return sets.zrange(key(memberId), 0, -1);
    }

    boolean has(long memberId, String sid) {
        return sets.zscore(key(memberId), sid).isPresent();
    }

    void remove(long memberId, String sid) {
        sets.zrem(key(memberId), sid);
    }

    private static String key(long memberId) {
        return "member-sids:" + memberId;
    }
}
