package coop.roseash.service.cart;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.jboss.logging.Logger;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;
import coop.roseash.service.sumup.NewCheckout;
import coop.roseash.service.sumup.ProviderCheckout;
import coop.roseash.service.sumup.Reply;
import coop.roseash.service.sumup.SumUp;

/// Makes a written attempt one that can be paid. Safe to repeat: the provider knows each reference once.
@ApplicationScoped
@Transactional(TxType.NEVER)
class AttemptOpening {
    private static final Logger LOG = Logger.getLogger(AttemptOpening.class);

    private final AttemptStore attempts;
    private final SumUp sumup;
    private final PaymentNotices notices;
    private final Addresses addresses;
    private final CartConfig config;
    private final Clock clock;

    enum Found {
        ADOPTED, NOTHING, FOREIGN, UNKNOWN
    }

    AttemptOpening(AttemptStore attempts, SumUp sumup, PaymentNotices notices, Addresses addresses, CartConfig config,
            Clock clock) {
        this.attempts = attempts;
        this.sumup = sumup;
        this.notices = notices;
        this.addresses = addresses;
        this.config = config;
        this.clock = clock;
    }

    /// The payment page; nothing when the provider does not play along now.
    Optional<URI> open(AttemptRow attempt, OrderRow order) {
        NewCheckout wanted = new NewCheckout(attempt.reference(), attempt.merchant(), attempt.amount(),
                "Order " + order.number(), addresses.page(AppName.CART, "/orders/" + order.secret() + "/return"),
                attempt.closesAt());
        return switch (sumup.create(wanted)) {
            case Reply.Ok<ProviderCheckout>(ProviderCheckout made) when attempt.matches(made) -> adopt(attempt, made);
            case Reply.Ok<ProviderCheckout>(ProviderCheckout made) ->
                lookFor(attempt, "told another one: " + made.id());
            case Reply.Refused<ProviderCheckout>(int status, String code) when status == 409 -> lookFor(attempt, code);
            case Reply.Refused<ProviderCheckout>(int status, String code) -> refused(attempt, status + " " + code);
            case Reply.NotFound<ProviderCheckout>() -> refused(attempt, "404");
            case Reply.Uncertain<ProviderCheckout>(String why) -> lookFor(attempt, why);
        };
    }

    /// Looks whether the provider has what we asked for although its reply was lost.
    Found adoptExisting(AttemptRow attempt) {
        return switch (sumup.byReference(attempt.reference())) {
            case Reply.Ok<List<ProviderCheckout>>(List<ProviderCheckout> found) -> choose(attempt, found);
            case Reply.NotFound<List<ProviderCheckout>>() -> Found.NOTHING;
            case Reply.Refused<List<ProviderCheckout>>(int _, String code) -> unknown(attempt, code);
            case Reply.Uncertain<List<ProviderCheckout>>(String why) -> unknown(attempt, why);
        };
    }

    private Found choose(AttemptRow attempt, List<ProviderCheckout> found) {
        if (found.isEmpty()) {
            return Found.NOTHING;
        }
        Optional<ProviderCheckout> ours = found.stream().filter(attempt::matches).findFirst();
        if (ours.isPresent()) {
            adopt(attempt, ours.get());
            return Found.ADOPTED;
        }
        LOG.errorf("SumUp knows %s as something else; it is closed there", attempt.reference());
        boolean closed = found.stream().allMatch(each -> sumup.deactivate(each.id()) instanceof Reply.Ok);
        if (closed) {
            attempts.dead(attempt.id(), "SumUp knew the reference as something else");
        }
        return closed ? Found.FOREIGN : unknown(attempt, "SumUp knows the reference as something else");
    }

    private Optional<URI> lookFor(AttemptRow attempt, String why) {
        LOG.infof("The creation of %s is uncertain (%s); looking for it", attempt.reference(), why);
        return adoptExisting(attempt) == Found.ADOPTED ? page(attempt.id()) : Optional.empty();
    }

    private Optional<URI> adopt(AttemptRow attempt, ProviderCheckout checkout) {
        boolean told = notices.isEarly(checkout.id());
        attempts.open(attempt.id(), checkout, told ? clock.instant() : clock.instant().plus(config.looks().getFirst()));
        return page(attempt.id());
    }

    private Optional<URI> page(long attemptId) {
        return attempts.byId(attemptId)
            .map(AttemptRow::paymentPage)
            .filter(page -> page.startsWith("http"))
            .map(URI::create);
    }

    private Optional<URI> refused(AttemptRow attempt, String why) {
        LOG.errorf("SumUp refused %s: %s", attempt.reference(), why);
        unknown(attempt, why);
        return Optional.empty();
    }

    private Found unknown(AttemptRow attempt, String why) {
        attempts.lookAgain(attempt.id(), clock.instant().plus(config.looks().getLast()), null, why);
        return Found.UNKNOWN;
    }
}
