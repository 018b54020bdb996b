package io.jenkins.plugins.sagemaker.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request in the shape of the API, as the AWS CLI takes it. Places in it are written {@code ResourceConfig.InstanceType}. */
public final class RequestDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> members;

    private RequestDocument(Map<String, Object> members) {
        this.members = members;
    }

    /** A document of its own, with the members of another one to begin with. */
    public static RequestDocument of(Map<String, Object> members) {
        return new RequestDocument(new LinkedHashMap<>(members));
    }

    /**
     * Reads JSON.
     *
     * @param argument what the text was given as, for the message
     * @param json null for none
     * @throws IllegalArgumentException with a sentence if it is not an object
     */
    public static RequestDocument parse(String argument, String json) {
        if (json == null) {
            return of(Map.of());
        }
        try {
            return new RequestDocument(JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(argument + " is not a JSON object: " + e.getOriginalMessage(), e);
        }
    }

    /** Its members; the document does not change any more once it is out of hand. */
    public Map<String, Object> members() {
        return members;
    }

    /** What stands at a place; null if nothing does. */
    public Object get(String place) {
        Object at = members;
        for (String member : place.split("\\.")) {
            at = at instanceof Map<?, ?> map ? map.get(member) : null;
        }
        return at;
    }

    /** Puts a value, unless it is null, empty or false, which is what an argument has that was not given. */
    public RequestDocument putIfGiven(String place, Object value) {
        return isGiven(value) ? put(place, value) : this;
    }

    /** Puts a value where nothing stands. */
    public RequestDocument putIfAbsent(String place, Object value) {
        return get(place) == null ? put(place, value) : this;
    }

    /** Puts a value; what does not exist on the way to its place is made. */
    public RequestDocument put(String place, Object value) {
        int dot = place.indexOf('.');
        if (dot < 0) {
            members.put(place, value);
        } else {
            String section = place.substring(0, dot);
            var inner = of(section(members.get(section))).put(place.substring(dot + 1), value);
            members.put(section, inner.members);
        }
        return this;
    }

    /** Lays another document over this one: objects are merged member by member, anything else is replaced, lists as a whole. */
    public RequestDocument merge(Map<String, Object> over) {
        over.forEach((member, value) -> {
            boolean both = value instanceof Map && members.get(member) instanceof Map;
            members.put(member, both ? of(section(members.get(member))).merge(section(value)).members : value);
        });
        return this;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> section(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static boolean isGiven(Object value) {
        return !(value == null
                || value instanceof String s && s.isBlank()
                || value instanceof Collection<?> c && c.isEmpty()
                || value instanceof Map<?, ?> m && m.isEmpty()
                || value instanceof Boolean b && !b);
    }
}
