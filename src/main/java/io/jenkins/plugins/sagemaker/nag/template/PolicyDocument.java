package io.jenkins.plugins.sagemaker.nag.template;

import java.util.List;
import java.util.function.Predicate;

/** A policy document. One that is a text, such as JSON in a Sub, has no statements. */
public record PolicyDocument(List<Statement> statements) {

    public PolicyDocument {
        statements = List.copyOf(statements);
    }

    /** The document of a resource. Throws {@link MalformedValueException} if there is no document or a statement cannot be understood. */
    public static PolicyDocument of(Resource owner, Value document) {
        if (owner.isStrict() && document.isAbsent()) {
            return new PolicyDocument(List.of());
        }
        return new PolicyDocument(Statement.listed(document.at("Statement")).stream()
                .map(statement -> Statement.of(statement, owner))
                .toList());
    }

    /** Whether a statement with effect Allow passes the test. All are tested, so that none goes unread that makes no sense. */
    public boolean allows(Predicate<Statement> test) {
        boolean any = false;
        for (Statement statement : statements) {
            any |= test.test(statement) && statement.allows();
        }
        return any;
    }
}
