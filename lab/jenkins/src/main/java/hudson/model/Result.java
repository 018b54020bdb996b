package hudson.model;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a build ended. */
public final class Result implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    public static final Result SUCCESS = new Result("SUCCESS", 0, true);
    public static final Result UNSTABLE = new Result("UNSTABLE", 1, true);
    public static final Result FAILURE = new Result("FAILURE", 2, true);
    public static final Result NOT_BUILT = new Result("NOT_BUILT", 3, false);
    public static final Result ABORTED = new Result("ABORTED", 4, false);

    private static final List<Result> ALL = List.of(SUCCESS, UNSTABLE, FAILURE, NOT_BUILT, ABORTED);

    private final String name;
    public final int ordinal;
    public final boolean completeBuild;

    private Result(String name, int ordinal, boolean completeBuild) {
        this.name = name;
        this.ordinal = ordinal;
        this.completeBuild = completeBuild;
    }

    public Result combine(Result that) {
        return ordinal < that.ordinal ? that : this;
    }

    public static Result combine(Result r1, Result r2) {
        if (r1 == null) {
            return r2;
        }
        return r2 == null ? r1 : r1.combine(r2);
    }

    public boolean isWorseThan(Result that) {
        return ordinal > that.ordinal;
    }

    public boolean isWorseOrEqualTo(Result that) {
        return ordinal >= that.ordinal;
    }

    public boolean isBetterThan(Result that) {
        return ordinal < that.ordinal;
    }

    public boolean isBetterOrEqualTo(Result that) {
        return ordinal <= that.ordinal;
    }

    public boolean isCompleteBuild() {
        return completeBuild;
    }

    public String toExportedObject() {
        return name;
    }

    /** Reads a name in any case; what is no result's name is FAILURE, as in Jenkins. */
    public static Result fromString(String s) {
        return Arrays.stream(ALL.toArray(Result[]::new))
                .filter(r -> r.name.equals(s.toUpperCase(Locale.ENGLISH)))
                .findFirst()
                .orElse(FAILURE);
    }

    @Override
    public String toString() {
        return name;
    }

    @Serial
    private Object readResolve() {
        return ALL.stream().filter(r -> r.ordinal == ordinal).findFirst().orElse(FAILURE);
    }
}
