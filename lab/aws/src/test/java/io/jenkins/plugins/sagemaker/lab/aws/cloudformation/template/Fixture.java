package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evaluates the one output {@code X} of a template. */
final class Fixture {

    private static final PseudoParameters PSEUDO = new PseudoParameters(
            "123456789012",
            "eu-west-1",
            "arn:aws:cloudformation:eu-west-1:123456789012:stack/demo/1",
            "demo",
            List.of("arn:aws:sns:eu-west-1:123456789012:topic"));

    private Fixture() {}

    /** A template with a bucket, and with this expression, in YAML flow style, as its output. */
    static String template(String sections, String expression) {
        return sections + "\nResources:\n  Bucket:\n    Type: AWS::S3::Bucket\nOutputs:\n  X:\n    Value: " + expression
                + "\n";
    }

    static Object value(String expression) throws TemplateException {
        return value("", expression, Map.of());
    }

    static Object value(String sections, String expression, Map<String, String> parameters) throws TemplateException {
        Template template = Template.parse(template(sections, expression));
        return evaluator(template, parameters).value(template.outputs().get("X").value());
    }

    static Evaluator evaluator(Template template, Map<String, String> parameters) throws TemplateException {
        Map<String, ParameterValues.Given> given = new LinkedHashMap<>();
        parameters.forEach((name, value) -> given.put(name, new ParameterValues.Given(value, false)));
        ParameterValues values = ParameterValues.of(template, given, null);
        return new Evaluator(template, values.resolved(), PSEUDO, new Known());
    }

    /** A world with one bucket and one export. */
    private static final class Known implements Lookup {
        @Override
        public Object ref(String logicalId) {
            return "demo-bucket-1";
        }

        @Override
        public Object attribute(String logicalId, String attribute) {
            return attribute + "-of-" + logicalId;
        }

        @Override
        public Object importValue(String exportName) throws TemplateException {
            if (!exportName.equals("shared")) {
                throw new TemplateException("No export named " + exportName + " found.");
            }
            return "imported";
        }
    }
}
