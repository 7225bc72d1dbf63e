package coop.roseash.contract.paging;

/// Which page of a list is wanted; pages count from 1.
public record PageRequest(int number, int size) {
    public static final int MAXIMUM_SIZE = 200;
    private static final int MAXIMUM_NUMBER = 100_000;

    /// Clamps what came from outside into what a list can answer.
    public PageRequest {
        number = Math.clamp(number, 1, MAXIMUM_NUMBER);
        size = Math.clamp(size, 1, MAXIMUM_SIZE);
    }

    public int offset() {
        return (number - 1) * size;
    }
}
