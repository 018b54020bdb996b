package io.jenkins.plugins.sagemaker.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who may assume a role. Source of its form: IAM user guide, "IAM JSON policy elements reference". */
record TrustPolicy(JsonNode policy) {

    private static final String SAGEMAKER = "sagemaker.amazonaws.com";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws JsonProcessingException if it is no JSON */
    static TrustPolicy parse(String json) throws JsonProcessingException {
        return new TrustPolicy(JSON.readTree(json));
    }

    /** Whether a statement lets SageMaker in. What conditions say of it is not judged. */
    boolean letsSageMakerIn() {
        for (JsonNode statement : each(policy.path("Statement"))) {
            if (statement.path("Effect").asText().equals("Allow")
                    && texts(statement.path("Action")).stream().anyMatch(TrustPolicy::isAssuming)
                    && isSageMaker(statement.path("Principal"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAssuming(String action) {
        return List.of("sts:assumerole", "sts:*", "*").contains(action.toLowerCase(Locale.ROOT));
    }

    private static boolean isSageMaker(JsonNode principal) {
        return principal.asText().equals("*")
                || texts(principal.path("AWS")).contains("*")
                || texts(principal.path("Service")).contains(SAGEMAKER);
    }

    private static List<String> texts(JsonNode oneOrMany) {
        return each(oneOrMany).stream().map(JsonNode::asText).toList();
    }

    /** A list of one may be written without its brackets. */
    private static List<JsonNode> each(JsonNode oneOrMany) {
        List<JsonNode> all = new ArrayList<>();
        if (oneOrMany.isArray()) {
            oneOrMany.forEach(all::add);
        } else if (!oneOrMany.isMissingNode()) {
            all.add(oneOrMany);
        }
        return all;
    }
}
