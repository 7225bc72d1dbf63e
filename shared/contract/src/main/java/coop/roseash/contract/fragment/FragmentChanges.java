package coop.roseash.contract.fragment;

import coop.roseash.contract.member.Visitor;

/// Tells every app, as soon as the caller's transaction commits, to forget its copies of a lent fragment.
public interface FragmentChanges {
    /// Every copy of this type, whatever its parameters.
    void changed(String type);

    /// Only this visitor's copies.
    void changed(String type, Visitor visitor);
}
