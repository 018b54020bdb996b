package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.MalformedValueException;
import io.jenkins.plugins.sagemaker.nag.template.PolicyDocument;
import io.jenkins.plugins.sagemaker.nag.template.Statement;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The SPCM metric ("Stelligent policy complexity metric"): a sum of weights over the statements of a policy document.
 */
final class PolicyComplexity {
    private static final Value STAR = Value.ofText("*");
    private static final int EXTRA_SERVICE = 2;
    private static final int CONDITION = 2;

    private PolicyComplexity() {}

    static int of(PolicyDocument document) {
        return document.statements().stream().mapToInt(PolicyComplexity::of).sum();
    }

    private static int of(Statement statement) {
        int weight = 1;
        weight += statement.effect().is("Deny") ? 1 : 0;
        weight += statement.notActions().isEmpty() ? 0 : 1;
        weight += statement.notResources().isEmpty() ? 0 : 1;
        return weight
                + services(statement)
                + condition(statement.condition(), statement.strict() ? "ForAnyValue" : "ForAnyValues");
    }

    private static int services(Statement statement) {
        List<Value> actions = statement.actions().isEmpty() ? statement.notActions() : statement.actions();
        List<Value> resources = statement.resources().isEmpty() ? statement.notResources() : statement.resources();
        List<Value> byAction =
                actions.stream().map(action -> service(action, 0)).toList();
        List<Value> byResource = resources.stream().map(arn -> service(arn, 2)).toList();
        var all = new HashSet<>(byAction);
        all.addAll(byResource);
        all.remove(STAR);
        int weight = Math.max(all.size() - 1, 0) * EXTRA_SERVICE;
        if (!resources.equals(List.of(STAR)) && !actions.equals(List.of(STAR))) {
            var unaligned = new HashSet<>(byResource);
            unaligned.remove(STAR);
            byAction.forEach(unaligned::remove);
            weight += unaligned.size();
        }
        return weight + mixed(byAction) + mixed(byResource);
    }

    /** The part of an action or ARN that names the service; what is no text stands for itself. */
    private static Value service(Value actionOrArn, int part) {
        if (!actionOrArn.isText() || actionOrArn.equals(STAR)) {
            return actionOrArn;
        }
        String[] parts = actionOrArn.text().split(":");
        return Value.ofText(part < parts.length ? parts[part] : null);
    }

    private static int mixed(List<Value> services) {
        return services.contains(STAR) && services.size() > 1 ? 1 : 0;
    }

    private static int condition(Value condition, String anyValue) {
        if (condition.isAbsent()) {
            return 0;
        }
        int weight = 0;
        for (var entry : condition.entries().entrySet()) {
            String operator = textOf(entry.getKey());
            weight += CONDITION;
            // ForAnyValues is cfn_nag's misspelling of ForAnyValue, so that operator weighs no more than others.
            weight += operator.startsWith("ForAllValues") || operator.startsWith(anyValue) ? CONDITION : 0;
            weight += operator.endsWith("IfExists") ? 1 : 0;
            weight += operator.equals("Null") ? 1 : 0;
            for (Value value : compared(entry.getValue())) {
                weight += hasVariable(textOf(value)) ? 1 : 0;
            }
        }
        return weight;
    }

    private static List<Value> compared(Value expression) {
        var values = new ArrayList<Value>();
        if (expression.isList()) {
            return values;
        }
        for (Value value : expression.entries().values()) {
            if (value.isText()) {
                values.add(value);
            } else if (value.isList()) {
                values.addAll(value.items());
            }
        }
        return values;
    }

    private static boolean hasVariable(String text) {
        String rest = text.replace("${$}", "").replace("${*}", "").replace("${?}", "");
        return rest.lines().anyMatch(line -> {
            int begin = line.indexOf("${");
            return begin >= 0 && line.lastIndexOf('}') > begin + 2;
        });
    }

    private static String textOf(Value value) {
        if (!value.isText()) {
            throw new MalformedValueException(value.shape() + " stands where a text is expected");
        }
        return value.text();
    }
}
