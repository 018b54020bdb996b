package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The intrinsic functions. A function of something that is not known yet is not known either. */
final class Functions {

    private final Evaluator evaluator;
    private final ExtensionFunctions extensions;
    private final String region;

    Functions(Evaluator evaluator, String region) {
        this.evaluator = evaluator;
        this.extensions = new ExtensionFunctions(evaluator);
        this.region = region;
    }

    Object call(String function, Object argument) throws TemplateException {
        return switch (function) {
            case "Fn::GetAtt" -> getAtt(argument);
            case "Fn::Sub" -> sub(argument);
            case "Fn::Join" -> join(argument);
            case "Fn::Select" -> select(argument);
            case "Fn::Split" -> split(argument);
            case "Fn::If" -> choose(argument);
            case "Fn::FindInMap" -> findInMap(argument);
            case "Fn::Base64" -> base64(argument);
            case "Fn::Cidr" -> cidr(argument);
            case "Fn::GetAZs" -> zones(argument);
            case "Fn::ImportValue" -> importValue(argument);
            case "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or" ->
                evaluator.conditions().test(Map.of(function, argument));
            case "Fn::Length", "Fn::ToJsonString" -> extensions.call(function, argument);
            case "Fn::Transform" ->
                throw new TemplateException(
                        "Fn::Transform cannot be run: the local CloudFormation has no macros. Pass the processed"
                                + " template.");
            default -> throw new TemplateException("Template error: unrecognized function " + function);
        };
    }

    private Object getAtt(Object argument) throws TemplateException {
        List<String> parts = References.getAtt(argument);
        return evaluator.attribute(parts.get(0), parts.get(1));
    }

    private Object sub(Object argument) throws TemplateException {
        String text;
        Map<?, ?> own = Map.of();
        if (argument instanceof String string) {
            text = string;
        } else if (argument instanceof List<?> list
                && list.size() == 2
                && list.get(0) instanceof String string
                && list.get(1) instanceof Map<?, ?> map) {
            text = string;
            own = map;
        } else {
            throw new TemplateException(
                    "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify"
                            + " a string as first argument, and an optional second argument to specify a mapping of values"
                            + " to replace in the string");
        }
        StringBuilder result = new StringBuilder();
        for (SubText.Piece piece : SubText.pieces(text)) {
            if (!piece.variable()) {
                result.append(piece.text());
                continue;
            }
            Object value = own.containsKey(piece.text())
                    ? evaluator.value(own.get(piece.text()))
                    : evaluator.variable(piece.text());
            if (value instanceof Unknown) {
                return value;
            }
            result.append(scalar(value, "Fn::Sub expression does not resolve to a string"));
        }
        return result.toString();
    }

    private Object join(Object argument) throws TemplateException {
        String rule =
                "every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings to be"
                        + " joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.";
        List<?> parts = list(argument, 2, rule);
        Object items = evaluator.value(parts.get(1));
        if (items instanceof Unknown) {
            return items;
        }
        List<String> texts = new ArrayList<>();
        for (Object item : listValue(items, rule)) {
            if (item instanceof Unknown) {
                return item;
            }
            texts.add(scalar(item, rule));
        }
        return String.join(scalar(parts.get(0), rule), texts);
    }

    private Object select(Object argument) throws TemplateException {
        String rule = "Fn::Select requires a list argument with two elements: an integer index and a list";
        List<?> parts = list(argument, 2, rule);
        Object index = evaluator.value(parts.get(0));
        Object items = evaluator.value(parts.get(1));
        if (items instanceof Unknown) {
            return items;
        }
        int at = integer(index, rule);
        List<?> list = listValue(items, rule);
        if (at < 0 || at >= list.size()) {
            throw new TemplateException("Template error: Fn::Select cannot select nonexistent value at index " + at);
        }
        return list.get(at);
    }

    private Object split(Object argument) throws TemplateException {
        String rule =
                "every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be split"
                        + " or a function that returns a string to be split.";
        List<?> parts = list(argument, 2, rule);
        Object text = evaluator.value(parts.get(1));
        return text instanceof Unknown
                ? text
                : List.of(scalar(text, rule).split(Pattern.quote(scalar(parts.get(0), rule)), -1));
    }

    private Object choose(Object argument) throws TemplateException {
        List<?> parts = list(argument, 3, "Fn::If requires a list argument with three elements");
        return evaluator.evaluate(evaluator.condition(String.valueOf(parts.get(0))) ? parts.get(1) : parts.get(2));
    }

    private Object findInMap(Object argument) throws TemplateException {
        String rule =
                "every Fn::FindInMap object requires three parameters, the map name, map key and the attribute for"
                        + " return value";
        Object otherwise = extensions.mappingDefault(argument);
        List<?> parts = otherwise == null ? list(argument, 3, rule) : ((List<?>) argument).subList(0, 3);
        Object at = evaluator.mappings();
        List<String> path = new ArrayList<>();
        for (Object part : parts) {
            String key = scalar(evaluator.value(part), rule);
            path.add(key);
            at = at instanceof Map<?, ?> map ? map.get(key) : null;
        }
        if (at == null && otherwise != null) {
            return evaluator.value(otherwise);
        }
        if (at == null) {
            throw new TemplateException("Template error: Unable to get mapping for " + String.join("::", path));
        }
        return at;
    }

    private Object base64(Object argument) throws TemplateException {
        Object text = evaluator.value(argument);
        return text instanceof Unknown
                ? text
                : Base64.getEncoder()
                        .encodeToString(scalar(text, "every Fn::Base64 object must have a String-typed value.")
                                .getBytes(StandardCharsets.UTF_8));
    }

    private Object cidr(Object argument) throws TemplateException {
        String rule = "every Fn::Cidr object requires two or three parameters: ipBlock, count and cidrBits";
        if (!(argument instanceof List<?> parts) || parts.size() < 2 || parts.size() > 3) {
            throw new TemplateException("Template error: " + rule);
        }
        Object block = evaluator.value(parts.get(0));
        if (block instanceof Unknown) {
            return block;
        }
        boolean v6 = scalar(block, rule).contains(":");
        int bits = parts.size() == 3 ? integer(evaluator.value(parts.get(2)), rule) : v6 ? 64 : 8;
        return CidrBlocks.of(scalar(block, rule), integer(evaluator.value(parts.get(1)), rule), bits);
    }

    private List<String> zones(Object argument) throws TemplateException {
        Object asked = evaluator.value(argument);
        String zone = asked == null || "".equals(asked) ? region : asked.toString();
        return List.of(zone + "a", zone + "b", zone + "c");
    }

    private Object importValue(Object argument) throws TemplateException {
        Object name = evaluator.value(argument);
        return name instanceof Unknown
                ? name
                : evaluator.importValue(scalar(
                        name, "the attribute in Fn::ImportValue must be a string or a function that returns a string"));
    }

    private static List<?> list(Object argument, int size, String rule) throws TemplateException {
        if (argument instanceof List<?> list && list.size() == size) {
            return list;
        }
        throw new TemplateException("Template error: " + rule);
    }

    private static List<?> listValue(Object value, String rule) throws TemplateException {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new TemplateException("Template error: " + rule);
    }

    private static String scalar(Object value, String rule) throws TemplateException {
        if (value == null || value instanceof List || value instanceof Map) {
            throw new TemplateException("Template error: " + rule);
        }
        return Evaluator.text(value);
    }

    private static int integer(Object value, String rule) throws TemplateException {
        try {
            return Integer.parseInt(scalar(value, rule).strip());
        } catch (NumberFormatException e) {
            throw new TemplateException("Template error: " + rule);
        }
    }
}
