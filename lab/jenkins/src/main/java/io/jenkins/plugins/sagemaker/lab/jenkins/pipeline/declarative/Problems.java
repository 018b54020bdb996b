package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** What is wrong with a declarative Pipeline: reported as the compiler reports its errors, all of them at once. */
final class Problems {

    private final SourceUnit source;
    private boolean any;

    Problems(SourceUnit source) {
        this.source = source;
    }

    void add(ASTNode place, String sentence) {
        any = true;
        var problem = new SyntaxException(sentence, place.getLineNumber(), place.getColumnNumber());
        source.getErrorCollector().addErrorAndContinue(new SyntaxErrorMessage(problem, source));
    }

    boolean any() {
        return any;
    }

    /** The text of the Jenkinsfile there, in one line. */
    String text(ASTNode place) {
        StringBuilder text = new StringBuilder();
        for (int line = place.getLineNumber(); line <= place.getLastLineNumber(); line++) {
            String whole = source.getSource().getLine(line, null);
            if (whole != null) {
                int from = line == place.getLineNumber() ? place.getColumnNumber() - 1 : 0;
                int to = line == place.getLastLineNumber() ? place.getLastColumnNumber() - 1 : whole.length();
                text.append(whole, Math.min(from, whole.length()), Math.min(to, whole.length()))
                        .append(' ');
            }
        }
        return text.toString().trim();
    }
}
