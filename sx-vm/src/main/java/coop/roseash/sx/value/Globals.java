package coop.roseash.sx.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/// The global names of one program, over those of the language.
public final class Globals {
    private static final Object UNDEFINED = new Object();
    /// No names at all, and none allowed.
    public static final Base NOTHING = new Base() {
        @Override
        public @Nullable Object find(String name) {
            return null;
        }

        @Override
        public boolean isReserved(String name) {
            return true;
        }
    };

    /// What lies under a program's own names and cannot be changed by it.
    public interface Base {
        @Nullable
        Object find(String name);

        /// True of the names that no program may define.
        boolean isReserved(String name);
    }

    /// One global name of one program; code that uses the name holds on to its cell.
    public static final class Cell {
        private final String name;
        private Object value;
        private boolean own;

        private Cell(String name, Object value) {
            this.name = name;
            this.value = value;
        }

        public boolean isDefined() {
            return value != UNDEFINED;
        }

        public Object get() {
            Object found = value;
            if (found == UNDEFINED) {
                throw undefined(name);
            }
            return found;
        }

        /// Changes what must exist already.
        public Object assign(Object newValue) {
            if (value == UNDEFINED) {
                throw undefined(name);
            }
            if (!own) {
                throw belongsToLanguage(name);
            }
            value = newValue;
            return newValue;
        }
    }

    private final Base base;
    private final Map<String, Cell> cells = new LinkedHashMap<>();

    public Globals(Base base) {
        this.base = base;
    }

    public Cell cell(String name) {
        return cells.computeIfAbsent(name, _ -> {
            Object found = base.find(name);
            return new Cell(name, found == null ? UNDEFINED : found);
        });
    }

    public Object define(String name, Object value) {
        if (base.isReserved(name)) {
            throw reserved(name);
        }
        Cell cell = cell(name);
        cell.value = value;
        cell.own = true;
        return value;
    }

    public boolean isDefined(String name) {
        Cell cell = cells.get(name);
        return cell != null ? cell.value != UNDEFINED : base.find(name) != null;
    }

    /// The names the program defined itself.
    public Set<String> ownNames() {
        Set<String> names = new TreeSet<>();
        cells.forEach((name, cell) -> {
            if (cell.own) {
                names.add(name);
            }
        });
        return names;
    }

    public static SxException belongsToLanguage(String name) {
        return new SxException(ErrorCode.FROZEN,
                name + " belongs to the language; define a " + name + " of your own to change it");
    }

    public static SxException undefined(String name) {
        return new SxException(ErrorCode.UNDEFINED_SYMBOL,
                name + " is not defined; is it spelt right, and defined before it is used?");
    }

    public static SxException reserved(String name) {
        return new SxException(ErrorCode.RESERVED_NAME,
                name + " is part of the language and cannot be defined; choose another name");
    }
}
