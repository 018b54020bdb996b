package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A template's text as a tree of maps, lists, strings, longs, decimals and booleans. Short tags of YAML come out in the long form
 * that JSON has, so that nobody after this class needs to know in which language a template was written.
 */
final class TemplateText {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private TemplateText() {}

    static Object read(String text) throws TemplateException {
        return text.stripLeading().startsWith("{") ? json(text) : YamlTree.read(text);
    }

    private static Object json(String text) throws TemplateException {
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new TemplateException("Template format error: JSON not well-formed."
                    + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")"));
        }
    }
}
