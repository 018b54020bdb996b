package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells everything at once that the API would refuse, before anything is asked of it. */
public final class RequestCheck {

    private static final List<Limit> LIMITS = read();

    private RequestCheck() {}

    /**
     * What is wrong with a CreateTrainingJob request; empty if nothing is.
     *
     * @param document in the shape of the API
     */
    public static List<String> job(Map<String, Object> document) {
        return check(document, LIMITS);
    }

    /** What is wrong with the members that a job shares with the jobs of a tuning. */
    public static List<String> definition(Map<String, Object> document) {
        return check(
                document,
                LIMITS.stream()
                        .filter(l -> !l.place().equals("TrainingJobName"))
                        .toList());
    }

    /**
     * What breaks the limits of a table of another request.
     *
     * @param owner beside which the table lies
     * @param table in the columns of {@code limits.tsv}
     */
    public static List<String> limits(Class<?> owner, String table, Map<String, Object> document) {
        List<String> problems = new ArrayList<>();
        Tables.rows(owner, table).map(Limit::parse).forEach(limit -> limit.check(document, problems));
        return problems;
    }

    /** One sentence, or a list of them: all that must be changed. */
    public static String message(List<String> problems) {
        if (problems.size() == 1) {
            return problems.get(0);
        }
        return problems.size() + " things must be changed before AWS can be asked for this:\n  - "
                + String.join("\n  - ", problems);
    }

    /** An exception that tells them all. */
    public static RemoteException invalid(List<String> problems, Exception cause) {
        return new RemoteException(Kind.INVALID, "", message(problems), cause);
    }

    private static List<String> check(Map<String, Object> document, List<Limit> limits) {
        List<String> problems = new ArrayList<>();
        limits.forEach(limit -> limit.check(document, problems));
        problems.addAll(RequestRules.check(RequestDocument.of(document)));
        return problems;
    }

    private static List<Limit> read() {
        return Tables.rows("limits.tsv").map(Limit::parse).toList();
    }
}
