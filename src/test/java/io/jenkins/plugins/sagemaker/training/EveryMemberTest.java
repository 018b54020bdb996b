package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.aws.FolderWorkspace;
import io.jenkins.plugins.sagemaker.operation.End;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.Logs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;

/** Every member of CreateTrainingJob that the SDK knows can be given, and arrives at the API as it was given. */
class EveryMemberTest {

    private static final String MAPS = "HyperParameters|Environment|.*Parameters";

    @TempDir
    private Path workspace;

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> requests() throws IOException {
        try (InputStream in = EveryMemberTest.class.getResourceAsStream("every-member.yaml")) {
            return (List<Map<String, Object>>) new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        }
    }

    @Test
    void theRequestsHaveEveryMemberBetweenThem() throws Exception {
        Set<String> given = new TreeSet<>();
        requests().forEach(request -> places(request, "", given));
        Set<String> known = new TreeSet<>();
        CreateTrainingJobRequest.builder().build().sdkFields().forEach(f -> members(f, f.memberName(), known));

        assertThat(known).hasSizeGreaterThan(100);
        assertThat(given).containsExactlyElementsOf(known);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestFileArrivesWhole(Map<String, Object> request) throws Exception {
        Files.writeString(workspace.resolve("request.json"), new ObjectMapper().writeValueAsString(request));
        Files.writeString(
                workspace.resolve("request.yaml"),
                new Yaml().dump(RequestDocument.of(request).members()));

        for (String file : List.of("request.json", "request.yaml")) {
            var none = TrainingDefinition.of(Map.of()).withRequestFile(file);
            assertThat(created(none, request)).as(file).isEqualTo(request);
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aDocumentArrivesWhole(Map<String, Object> request) throws Exception {
        assertThat(created(TrainingDefinition.of(request), request)).isEqualTo(request);
    }

    /** What arrives at the API, without the tags that every job gets. */
    private Map<String, Object> created(TrainingDefinition definition, Map<String, Object> request) {
        var build = new TrainingBuild(new TrainingRequest(
                (String) request.get("TrainingJobName"), definition, List.of(), true, Map.of(), Logs.NONE));
        build.workspace = new FolderWorkspace(workspace);
        build.start();
        assertThat(build.end()).isInstanceOf(End.Succeeded.class);
        var arrived = document(build.sageMaker.created.get(0));
        List<Object> tags = new ArrayList<>((List<?>) arrived.remove("Tags"));
        assertThat(tags.remove(tags.size() - 1).toString()).contains("jenkins:operation");
        if (!tags.isEmpty()) {
            arrived.put("Tags", tags);
        }
        return arrived;
    }

    private static void members(SdkField<?> field, String place, Set<String> known) {
        if (field.marshallingType() == MarshallingType.SDK_POJO) {
            field.constructor().get().sdkFields().forEach(f -> members(f, place + "." + f.memberName(), known));
        } else if (field.marshallingType() == MarshallingType.LIST) {
            members(field.getTrait(ListTrait.class).memberFieldInfo(), place + "[]", known);
        } else {
            known.add(place);
        }
    }

    private static void places(Object value, String place, Set<String> given) {
        if (value instanceof Map<?, ?> map && !place.matches(MAPS)) {
            map.forEach((member, inner) ->
                    places(inner, place.isEmpty() ? member.toString() : place + "." + member, given));
        } else if (value instanceof List<?> list) {
            list.forEach(inner -> places(inner, place + "[]", given));
        } else {
            given.add(place);
        }
    }

    private static Map<String, Object> document(SdkPojo pojo) {
        Map<String, Object> document = new LinkedHashMap<>();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = field.getValueOrDefault(pojo);
            boolean given = value != null
                    && !(value instanceof SdkAutoConstructList)
                    && !(value instanceof SdkAutoConstructMap);
            if (given) {
                document.put(field.memberName(), plain(value));
            }
        }
        return document;
    }

    private static Object plain(Object value) {
        if (value instanceof SdkPojo pojo) {
            return document(pojo);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(EveryMemberTest::plain).toList();
        }
        // The YAML of the requests has no other whole numbers.
        return value instanceof Long number ? (Object) Math.toIntExact(number) : value;
    }
}
