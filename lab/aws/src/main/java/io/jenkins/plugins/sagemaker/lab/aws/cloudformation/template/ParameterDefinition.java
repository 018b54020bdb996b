package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * One entry of a template's Parameters, with the constraints that a value must keep.
 *
 * @param name its name in the template
 * @param type {@code String}, {@code Number}, {@code CommaDelimitedList}, {@code List<...>} or one of the AWS-specific types, which are
 *     taken as text: what they name is not looked up
 * @param defaultValue or null
 * @param noEcho whether answers show asterisks in place of the value
 * @param allowedValues empty for no constraint
 * @param allowedPattern a regular expression that the whole value must match, or null
 * @param minLength in characters, or null
 * @param maxLength in characters, or null
 * @param minValue or null
 * @param maxValue or null
 * @param description or null
 * @param constraintDescription what to tell in place of the constraint itself, or null
 */
public record ParameterDefinition(
        String name,
        String type,
        String defaultValue,
        boolean noEcho,
        List<String> allowedValues,
        String allowedPattern,
        Integer minLength,
        Integer maxLength,
        BigDecimal minValue,
        BigDecimal maxValue,
        String description,
        String constraintDescription) {

    /** Whether values are comma separated lists. */
    public boolean isList() {
        return type.equals("CommaDelimitedList") || type.startsWith("List<");
    }

    /** Whether values are names in Systems Manager's Parameter Store. */
    boolean isStored() {
        return type.startsWith("AWS::SSM::Parameter::");
    }

    private boolean isNumber() {
        return type.equals("Number") || type.equals("List<Number>");
    }

    /** The value as expressions see it, a string or a list of strings, after all constraints are checked. */
    public Object resolve(String value) throws TemplateException {
        List<String> items = isList()
                ? (value.isEmpty()
                        ? List.of()
                        : Arrays.stream(value.split(",", -1)).map(String::strip).toList())
                : List.of(value);
        for (String item : items) {
            checkItem(item);
        }
        return isList() ? items : value;
    }

    private void checkItem(String item) throws TemplateException {
        if (isNumber()) {
            checkNumber(item);
        }
        if (!allowedValues.isEmpty() && !allowedValues.contains(item)) {
            throw broken("must be one of AllowedValues");
        }
        if (allowedPattern != null && !matches(item)) {
            throw broken("must match pattern " + allowedPattern);
        }
        int length = item.codePointCount(0, item.length());
        if (minLength != null && length < minLength) {
            throw broken("must contain at least " + minLength + " characters");
        }
        if (maxLength != null && length > maxLength) {
            throw broken("must contain at most " + maxLength + " characters");
        }
    }

    private void checkNumber(String item) throws TemplateException {
        BigDecimal number;
        try {
            number = new BigDecimal(item.strip());
        } catch (NumberFormatException e) {
            throw new TemplateException("Parameter '" + name + "' must be a number.");
        }
        if (minValue != null && number.compareTo(minValue) < 0) {
            throw broken("must be a number not less than " + minValue.toPlainString());
        }
        if (maxValue != null && number.compareTo(maxValue) > 0) {
            throw broken("must be a number not greater than " + maxValue.toPlainString());
        }
    }

    private boolean matches(String item) throws TemplateException {
        try {
            return Pattern.matches(allowedPattern, item);
        } catch (PatternSyntaxException e) {
            throw new TemplateException("Template format error: AllowedPattern of parameter " + name
                    + " is not a regular expression: " + e.getDescription());
        }
    }

    private TemplateException broken(String rule) {
        return new TemplateException(
                constraintDescription == null
                        ? "Parameter '" + name + "' " + rule
                        : "Parameter '" + name + "' failed to satisfy constraint: " + constraintDescription);
    }
}
