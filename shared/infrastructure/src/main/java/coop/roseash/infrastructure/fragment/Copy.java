package coop.roseash.infrastructure.fragment;

import java.util.List;

import coop.roseash.contract.fragment.FragmentChange;

/// One copy of a fragment: what was asked, and for whom.
record Copy(FragmentRequest request, LentTo to) {
    /// The key in Redis.
    String key() {
        return "fragment:" + request.path() + ":" + to.key() + ":" + to.locale();
    }

    boolean isMeantBy(FragmentChange change) {
        return change.concerns(request.type(), to.key());
    }

    /// The keys of the generations this copy belongs to: its type's, and its visitor's.
    List<String> generationKeys() {
        String common = new FragmentChange(request.type(), "").generationKey();
        return to.key().isEmpty()
                ? List.of(common)
                : List.of(common, new FragmentChange(request.type(), to.key()).generationKey());
    }
}
