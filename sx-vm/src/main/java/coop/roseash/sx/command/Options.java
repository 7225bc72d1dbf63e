package coop.roseash.sx.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import coop.roseash.sx.Engine;
import coop.roseash.sx.Profile;
import coop.roseash.sx.limit.Limits;

/// The command line, taken apart.
record Options(String command, List<String> arguments, Engine engine, Profile profile, boolean json, boolean full,
        @Nullable String output) {
    /// What is wrong with a command line.
    static final class UsageException extends Exception {
        UsageException(String message) {
            super(message, null, false, false);
        }
    }

    static Options parse(String[] words) throws UsageException {
        if (words.length == 0) {
            throw new UsageException("a command is missing");
        }
        Parsing parsing = new Parsing();
        Iterator<String> rest = Arrays.asList(words).subList(1, words.length).iterator();
        while (rest.hasNext()) {
            parsing.word(rest.next(), rest);
        }
        Profile profile = parsing.profile.with(parsing.limits(parsing.profile.limits()));
        return new Options(words[0], List.copyOf(parsing.arguments), parsing.engine, profile, parsing.json,
                parsing.full,
                parsing.output);
    }

    private static final class Parsing {
        final List<String> arguments = new ArrayList<>();
        Engine engine = Engine.SX;
        Profile profile = Profile.trusted();
        boolean json;
        boolean full;
        @Nullable
        String output;
        private long fuel = -1;
        private long alloc = -1;
        private long depth = -1;
        private long deadline = -1;

        void word(String word, Iterator<String> rest) throws UsageException {
            switch (word) {
                case "--engine" -> engine = engine(value(word, rest));
                case "--profile" -> profile = profile(value(word, rest));
                case "--fuel" -> fuel = number(word, rest);
                case "--alloc" -> alloc = number(word, rest);
                case "--depth" -> depth = number(word, rest);
                case "--deadline-ms" -> deadline = number(word, rest);
                case "--json" -> json = true;
                case "--full" -> full = true;
                case "-o" -> output = value(word, rest);
                default -> {
                    if (word.startsWith("--")) {
                        throw new UsageException("there is no option " + word);
                    }
                    arguments.add(word);
                }
            }
        }

        Limits limits(Limits limits) {
            Limits changed = fuel < 0 ? limits : limits.withFuel(fuel);
            changed = alloc < 0 ? changed : changed.withAlloc(alloc);
            changed = depth < 0 ? changed : changed.withDepth((int) Math.min(depth, Integer.MAX_VALUE));
            return deadline < 0 ? changed : changed.withDeadlineMillis(deadline);
        }

        private static String value(String option, Iterator<String> rest) throws UsageException {
            if (!rest.hasNext()) {
                throw new UsageException(option + " wants a value");
            }
            return rest.next();
        }

        private static long number(String option, Iterator<String> rest) throws UsageException {
            String value = value(option, rest);
            if (!value.matches("[0-9]{1,18}")) {
                throw new UsageException(option + " wants a number, not " + value);
            }
            return Long.parseLong(value);
        }

        private static Engine engine(String name) throws UsageException {
            try {
                return Engine.valueOf(name.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException _) {
                throw new UsageException("the engines are cek, spec, vm, jvm and sx, not " + name);
            }
        }

        private static Profile profile(String name) throws UsageException {
            return switch (name) {
                case "author" -> Profile.author();
                case "trusted" -> Profile.trusted();
                default -> throw new UsageException("the profiles are author and trusted, not " + name);
            };
        }
    }
}
