package coop.roseash.contract.event;

/// Where an entry happens; the address may be empty.
public record Place(String name, String address) {
    @Override
    public String toString() {
        return address.isEmpty() ? name : name + ", " + address;
    }
}
