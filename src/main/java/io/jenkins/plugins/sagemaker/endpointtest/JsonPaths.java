package io.jenkins.plugins.sagemaker.endpointtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;

/** JSONPath on Jackson's trees. */
final class JsonPaths {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonPaths() {}

    /** @throws IllegalArgumentException with a sentence for the user if it is no JSONPath */
    static void check(String path) {
        try {
            JsonPath.compile(path);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + path + "' is not a JSONPath: " + e.getMessage(), e);
        }
    }

    /** @throws IllegalArgumentException with the end of a sentence that begins with "the answer" */
    static JsonNode read(JsonNode root, String path) {
        try {
            Object plain = JSON.convertValue(root, Object.class);
            return JSON.valueToTree(JsonPath.compile(path).<Object>read(plain));
        } catch (JsonPathException e) {
            throw new IllegalArgumentException("has nothing at " + path, e);
        }
    }
}
