package coop.roseash.service.cart;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import coop.roseash.contract.cart.Order.State;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OrderStatesTest {
    @Test
    void letsNothingFollowTheEnd() {
        for (State state : EnumSet.of(State.CANCELLED, State.REFUNDED)) {
            assertTrue(OrderStates.after(state).isEmpty());
        }
    }

    @Test
    void reachesEveryState() {
        Set<State> reached = EnumSet.of(State.DRAFT);
        for (int step = 0; step < State.values().length; step++) {
            List.copyOf(reached).forEach(state -> reached.addAll(OrderStates.after(state)));
        }
        assertEquals(EnumSet.allOf(State.class), reached);
    }

    @Property
    void endsEveryWalk(@ForAll List<State> wishes) {
        State state = State.DRAFT;
        int moves = 0;
        boolean wasPaid = false;
        for (State wish : wishes) {
            if (OrderStates.after(state).contains(wish)) {
                state = wish;
                moves++;
                wasPaid |= state == State.PAID;
                // What was paid is never waiting, expired or cancelled again.
                assertFalse(
                        wasPaid && EnumSet.of(State.AWAITING_PAYMENT, State.EXPIRING, State.EXPIRED, State.CANCELLED)
                            .contains(state));
            }
        }
        assertTrue(moves <= 7);
    }
}
