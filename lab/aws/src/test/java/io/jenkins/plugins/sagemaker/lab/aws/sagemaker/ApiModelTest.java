package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.sagemaker.model.ProductionVariantInstanceType;
import software.amazon.awssdk.services.sagemaker.model.SageMakerRequest;
import software.amazon.awssdk.services.sagemaker.model.TrainingInstanceType;

/** Compares our table of AWS's API with the classes that the AWS SDK has generated from the API itself. */
class ApiModelTest {

    private final JsonNode api = read();

    private static JsonNode read() {
        try (InputStream in = ApiModel.class.getResourceAsStream("api.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void knowsEveryMemberThatTheSdkCanSend() throws Exception {
        List<String> unknown = new ArrayList<>();
        int compared = 0;
        for (var operation : api.get("operations").properties()) {
            Class<?> type =
                    Class.forName(SageMakerRequest.class.getPackageName() + "." + operation.getKey() + "Request");
            Object builder = type.getMethod("builder").invoke(null);
            compared += compare(
                    (SdkPojo) builder, operation.getValue().asText(), operation.getKey(), unknown, new HashSet<>());
        }
        assertThat(unknown).isEmpty();
        assertThat(compared).isGreaterThan(300);
    }

    private int compare(SdkPojo pojo, String shapeName, String path, List<String> unknown, Set<String> seen) {
        if (!seen.add(shapeName)) {
            return 0;
        }
        JsonNode members = api.get("shapes").get(shapeName).get("members");
        int compared = 0;
        for (SdkField<?> field : pojo.sdkFields()) {
            compared++;
            if (!members.has(field.memberName())) {
                unknown.add(path + "." + field.memberName());
                continue;
            }
            String shape = members.get(field.memberName()).asText();
            SdkField<?> inner = field;
            if (field.marshallingType() == MarshallingType.LIST) {
                inner = field.getTrait(ListTrait.class).memberFieldInfo();
                shape = api.get("shapes").get(shape).get("member").asText();
            }
            if (inner.marshallingType() == MarshallingType.SDK_POJO) {
                compared += compare(inner.constructor().get(), shape, path + "." + field.memberName(), unknown, seen);
            }
        }
        return compared;
    }

    @Test
    void knowsEveryInstanceTypeOfTheSdk() {
        assertThat(allowed("TrainingInstanceType")).containsAll(texts(TrainingInstanceType.knownValues()));
        assertThat(allowed("ProductionVariantInstanceType"))
                .containsAll(texts(ProductionVariantInstanceType.knownValues()));
    }

    private Set<String> allowed(String shape) {
        Set<String> values = new TreeSet<>();
        api.get("shapes").get(shape).get("enum").forEach(value -> values.add(value.asText()));
        return values;
    }

    private static List<String> texts(Set<?> values) {
        return values.stream().map(Object::toString).toList();
    }
}
