package io.jenkins.plugins.sagemaker.lab.cli.nag;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A command line, taken apart: {@code --word value}, {@code --word=value}, {@code -w value}, {@code -wvalue}, and
 * switches together as in {@code -fn}. Read by hand and not by picocli as all other commands: that costs 80 ms of each
 * start even without annotations, with its classes made ready, where a bare Java takes 40 and the lint of a template 50.
 */
final class NagArguments {
    private static final String OFF = "no-";

    private final Map<NagOption, String> values = new EnumMap<>(NagOption.class);
    private final List<String> inputs = new ArrayList<>();

    private NagArguments() {}

    static NagArguments of(String... arguments) throws UsageException {
        var read = new NagArguments();
        int at = 0;
        while (at < arguments.length) {
            String argument = arguments[at++];
            String next = at < arguments.length ? arguments[at] : null;
            boolean took;
            if (argument.equals("--")) {
                while (at < arguments.length) {
                    read.inputs.add(arguments[at++]);
                }
                took = false;
            } else if (argument.startsWith("--")) {
                took = read.word(argument.substring(2), next);
            } else if (argument.length() > 1 && argument.charAt(0) == '-') {
                took = read.letters(argument.substring(1), next);
            } else {
                read.inputs.add(argument);
                took = false;
            }
            at += took ? 1 : 0;
        }
        return read;
    }

    /** Whether the next argument was taken as the value. */
    private boolean word(String argument, String next) throws UsageException {
        int equals = argument.indexOf('=');
        String word = equals < 0 ? argument : argument.substring(0, equals);
        String inline = equals < 0 ? null : argument.substring(equals + 1);
        NagOption option = NagOption.byWord(word);
        boolean off = option == null && word.startsWith(OFF);
        if (off) {
            option = NagOption.byWord(word.substring(OFF.length()));
            off = option != null && option.kind == NagOption.Kind.SWITCH;
        }
        if (option == null || (word.startsWith(OFF) && !off)) {
            throw new UsageException("There is no option --" + word + ".");
        }
        return take(option, "--" + word, off, inline, next);
    }

    private boolean letters(String letters, String next) throws UsageException {
        for (int i = 0; i < letters.length(); i++) {
            NagOption option = NagOption.byLetter(letters.charAt(i));
            String name = "-" + letters.charAt(i);
            if (option == null) {
                throw new UsageException("There is no option " + name + ".");
            }
            if (option.kind != NagOption.Kind.SWITCH) {
                String rest = letters.substring(i + 1);
                return take(option, name, false, rest.isEmpty() ? null : rest, next);
            }
            take(option, name, false, null, null);
        }
        return false;
    }

    private boolean take(NagOption option, String name, boolean off, String inline, String next) throws UsageException {
        switch (option.kind) {
            case REFUSED ->
                throw new UsageException(name
                        + " is for rules in Ruby, which are not taken: write them in YAML and give the file by --rules-file,"
                        + " see docs/cfnNag.md.");
            case SWITCH -> {
                if (inline != null) {
                    throw new UsageException(name + " takes no value.");
                }
                values.put(option, off ? "" : name);
                return false;
            }
            default -> {
                String value = inline == null ? next : inline;
                if (value == null) {
                    throw new UsageException(name + " needs a value: " + name + " " + option.value + ".");
                }
                if (option.kind == NagOption.Kind.LIST) {
                    inputs.add(value);
                } else if (values.put(option, value) != null) {
                    throw new UsageException(name + " is given more than once.");
                }
                return inline == null;
            }
        }
    }

    /** Null if the option is not given. */
    String value(NagOption option) {
        return values.get(option);
    }

    /** Whether a switch is on. */
    boolean isOn(NagOption option, boolean otherwise) {
        String given = values.get(option);
        return given == null ? otherwise : !given.isEmpty();
    }

    boolean isOn(NagOption option) {
        return isOn(option, false);
    }

    /** What to check, in the order given; words that belong to no option are meant so too. */
    List<String> inputs() {
        return inputs;
    }
}
