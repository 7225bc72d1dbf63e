package coop.roseash.service.session;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import coop.roseash.contract.app.AppName;
import coop.roseash.contract.outbox.Outbox;
import coop.roseash.contract.session.Session;
import coop.roseash.contract.session.SignedInDevices;

/// Devices out of the sessions in Redis. Our own apps' sessions end at once; the rest is federation's to tell.
@ApplicationScoped
class RedisDevices implements SignedInDevices {
    private final MemberDevices devices;
    private final RedisSessions sessions;
    private final Outbox outbox;

    RedisDevices(MemberDevices devices, RedisSessions sessions, Outbox outbox) {
        this.devices = devices;
        this.sessions = sessions;
        this.outbox = outbox;
    }

    @Override
    public List<SignedInDevice> of(long memberId) {
        return devices.of(memberId)
            .stream()
            .flatMap(sid -> device(memberId, sid).stream())
            .sorted(Comparator.comparing(SignedInDevice::seenAt).reversed())
            .toList();
    }

    @Override
    @Transactional
    public boolean signOut(long memberId, String sid) {
        if (!devices.has(memberId, sid)) {
            return false;
        }
        end(memberId, sid);
        return true;
    }

    @Override
    @Transactional
    public int signOutOthers(long memberId, String sid) {
        List<String> others = devices.of(memberId).stream().filter(other -> !other.equals(sid)).toList();
        others.forEach(other -> end(memberId, other));
        return others.size();
    }

    private void end(long memberId, String sid) {
        outbox.put(SESSION_ENDED, sid, String.valueOf(memberId));
        sessions.endEverywhere(sid);
        devices.remove(memberId, sid);
    }

    /// A sid whose sessions all ran out is forgotten.
    private Optional<SignedInDevice> device(long memberId, String sid) {
        Map<AppName, Session> found = sessions.of(sid);
        if (found.isEmpty()) {
            devices.remove(memberId, sid);
            return Optional.empty();
        }
        Session first = found.values().stream().min(Comparator.comparing(Session::startedAt)).orElseThrow();
        Session last = found.values().stream().max(Comparator.comparing(Session::seenAt)).orElseThrow();
        Instant seen = last.seenAt();
        return Optional.of(new SignedInDevice(sid, last.device(), first.startedAt(), seen,
                found.keySet().stream().collect(Collectors.toSet())));
    }
}
