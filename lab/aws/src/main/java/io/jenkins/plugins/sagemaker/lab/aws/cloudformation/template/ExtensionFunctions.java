package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/** The functions that {@code AWS::LanguageExtensions} adds, but for {@link ForEach}. */
final class ExtensionFunctions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Evaluator evaluator;

    ExtensionFunctions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Object call(String function, Object argument) throws TemplateException {
        require(function);
        Object value = evaluator.value(argument);
        return function.equals("Fn::Length") ? length(value) : json(value);
    }

    /** What Fn::FindInMap answers if there is no such key; null if the fourth argument does not say. */
    Object mappingDefault(Object argument) throws TemplateException {
        if (argument instanceof List<?> parts
                && parts.size() == 4
                && parts.get(3) instanceof Map<?, ?> option
                && option.containsKey("DefaultValue")) {
            require("DefaultValue of Fn::FindInMap");
            return option.get("DefaultValue");
        }
        return null;
    }

    private void require(String what) throws TemplateException {
        if (!evaluator.isExtended()) {
            throw new TemplateException("Template error: " + what + " requires the transform AWS::LanguageExtensions.");
        }
    }

    private static Object length(Object value) throws TemplateException {
        if (value instanceof Unknown) {
            return value;
        }
        if (value instanceof List<?> list) {
            return (long) list.size();
        }
        throw new TemplateException("Template error: Fn::Length requires a list.");
    }

    private static Object json(Object value) throws TemplateException {
        Unknown unknown = unknown(value);
        if (unknown != null) {
            return unknown;
        }
        if (!(value instanceof Map) && !(value instanceof List)) {
            throw new TemplateException("Template error: Fn::ToJsonString requires an object or an array.");
        }
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new TemplateException("Template error: Fn::ToJsonString cannot write its value: " + e.getMessage());
        }
    }

    /** Something that is not known yet, wherever in a value; null if all is known. */
    private static Unknown unknown(Object value) {
        if (value instanceof Unknown found) {
            return found;
        }
        Iterable<?> items =
                value instanceof List<?> list ? list : value instanceof Map<?, ?> map ? map.values() : List.of();
        for (Object item : items) {
            Unknown found = unknown(item);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
