package coop.roseash.contract.cart;

import java.util.Optional;

import coop.roseash.contract.paging.Page;
import coop.roseash.contract.paging.PageRequest;

/// Orders that were placed; owned by cart.
public interface Orders {
    /// The outbox topic written when an order becomes PAID; its key and JSON string is the order's id.
    String PAID = "order-paid";

    Optional<Order> byId(long id);

    Page<Order> ofMember(long memberId, PageRequest request);
}
