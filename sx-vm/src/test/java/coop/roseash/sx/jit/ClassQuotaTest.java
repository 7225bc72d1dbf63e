package coop.roseash.sx.jit;

import org.junit.jupiter.api.Test;

import coop.roseash.sx.vm.CompiledFunction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Classes are counted for each tenant while they are there.
class ClassQuotaTest {
    private static final class Function extends CompiledFunction {}

    @Test
    void oneTenantDoesNotTakeAnothersRoom() {
        ClassQuota quota = new ClassQuota(2);
        assertTrue(quota.take("rose"));
        assertTrue(quota.take("rose"));
        assertFalse(quota.take("rose"));
        assertTrue(quota.take("ash"));
        assertEquals(2, quota.used("rose"));
    }

    @Test
    void aClassThatIsGoneCountsNoMore() {
        ClassQuota quota = new ClassQuota(1);
        assertTrue(quota.take("rose"));
        quota.release("rose", new Function());
        long end = System.nanoTime() + 10_000_000_000L;
        while (quota.used("rose") > 0 && System.nanoTime() < end) {
            System.gc();
            Thread.onSpinWait();
        }
        assertTrue(quota.take("rose"));
    }
}
