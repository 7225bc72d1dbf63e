package coop.roseash.service.market.scrape;

/// Ends a run: the shop asks us to stop, or the run's budget is spent. Its message is for the shopkeeper.
class StopRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StopRun(String message) {
        super(message);
    }
}
