package hudson.util;

import java.io.File;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A command line, some parts of which are secret. */
public class ArgumentListBuilder implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final List<String> args = new ArrayList<>();
    private final BitSet mask = new BitSet();

    public ArgumentListBuilder() {}

    public ArgumentListBuilder(String... args) {
        add(args);
    }

    public ArgumentListBuilder add(Object a) {
        return add(a.toString());
    }

    public ArgumentListBuilder add(File f) {
        return add(f.getAbsolutePath());
    }

    public ArgumentListBuilder add(String a) {
        return add(a, false);
    }

    public ArgumentListBuilder add(String a, boolean masked) {
        if (a != null) {
            if (masked) {
                mask.set(args.size());
            }
            args.add(a);
        }
        return this;
    }

    public ArgumentListBuilder add(String... args) {
        for (String arg : args) {
            add(arg);
        }
        return this;
    }

    public void addMasked(String string) {
        add(string, true);
    }

    public ArgumentListBuilder addMasked(Secret s) {
        return add(Secret.toString(s), true);
    }

    public List<String> toList() {
        return args;
    }

    public String[] toCommandArray() {
        return args.toArray(String[]::new);
    }

    public boolean[] toMaskArray() {
        boolean[] masks = new boolean[args.size()];
        for (int i = 0; i < masks.length; i++) {
            masks[i] = mask.get(i);
        }
        return masks;
    }

    public boolean hasMaskedArguments() {
        return !mask.isEmpty();
    }

    @Override
    public String toString() {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < args.size(); i++) {
            shown.add(mask.get(i) ? "******" : args.get(i));
        }
        return String.join(" ", shown);
    }
}
