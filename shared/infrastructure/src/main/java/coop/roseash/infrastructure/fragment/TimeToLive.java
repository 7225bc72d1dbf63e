package coop.roseash.infrastructure.fragment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How long a lent fragment may be shown without asking its lender again; on the lender's class.
///
/// A change that must be seen at once is told by `FragmentChanges` and needs no short life.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TimeToLive {
    /// In seconds; 0 for a fragment that must be asked for each time.
    int value();
}
