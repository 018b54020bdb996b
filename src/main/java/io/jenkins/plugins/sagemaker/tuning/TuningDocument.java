package io.jenkins.plugins.sagemaker.tuning;

import io.jenkins.plugins.sagemaker.aws.ApiShape;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.training.OwnTag;
import io.jenkins.plugins.sagemaker.training.Prepared;
import io.jenkins.plugins.sagemaker.training.RequestCheck;
import io.jenkins.plugins.sagemaker.training.RequestDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sagemaker.model.CreateHyperParameterTuningJobRequest;

/** From the user's request to the SDK's. */
public record TuningDocument(TuningRequest request, String region) {

    private static final String DEFINITION = "TrainingJobDefinition";

    /** What is fixed of a single training job is static of many. */
    private static final String ONE = "HyperParameters";

    private static final String MANY = "StaticHyperParameters";

    /**
     * What a CreateHyperParameterTuningJob request says of its training jobs, in the shape of CreateTrainingJob.
     *
     * @throws IllegalArgumentException with a sentence if it has several definitions
     */
    public static Map<String, Object> definition(Map<String, Object> request) {
        if (request.containsKey(DEFINITION + "s")) {
            throw new IllegalArgumentException("The request has TrainingJobDefinitions, but sagemakerTune takes one"
                    + " TrainingJobDefinition: run one sagemakerTune for each in parallel.");
        }
        Map<String, Object> definition = new LinkedHashMap<>();
        if (request.get(DEFINITION) instanceof Map<?, ?> given) {
            given.forEach((member, value) -> definition.put(member.equals(MANY) ? ONE : String.valueOf(member), value));
        }
        return definition;
    }

    /** What it says of the tuning itself. */
    public static Map<String, Object> withoutDefinition(Map<String, Object> request) {
        Map<String, Object> rest = new LinkedHashMap<>(request);
        rest.remove(DEFINITION);
        return rest;
    }

    /**
     * The request as it is sent; what is not staged yet has a placeholder for its location.
     *
     * @throws RemoteException of kind INVALID with everything that CreateHyperParameterTuningJob would refuse
     */
    CreateHyperParameterTuningJobRequest toCreate(TuningState state) throws RemoteException {
        var whole = whole(state.file(), state.prepared());
        whole.document().put("HyperParameterTuningJobName", state.jobName());
        whole.document()
                .put("Tags", new OwnTag(state.token()).among(whole.document().get("Tags"), request.tags()));
        List<String> problems = new ArrayList<>(whole.problems());
        try {
            var create = ApiShape.fill(
                    CreateHyperParameterTuningJobRequest.builder(),
                    whole.document().members());
            if (problems.isEmpty()) {
                return create;
            }
            throw RequestCheck.invalid(problems, null);
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
            throw RequestCheck.invalid(problems, e);
        }
    }

    private record Whole(RequestDocument document, List<String> problems) {}

    private Whole whole(Map<String, Object> file, Prepared prepared) {
        var resolved = request.definition().resolved(prepared, region, null);
        Map<String, Object> definition = new LinkedHashMap<>(resolved.document());
        Object fixed = definition.remove(ONE);
        if (fixed != null) {
            definition.put(MANY, fixed);
        }
        var document = RequestDocument.of(file)
                .merge(request.document())
                .put("HyperParameterTuningJobName", request.jobName())
                .put(DEFINITION, definition);
        TuningDefaults.fill(document);
        List<String> problems = new ArrayList<>(resolved.problems());
        problems.addAll(RequestCheck.definition(resolved.document()));
        problems.addAll(RequestCheck.limits(TuningDocument.class, "limits.tsv", document.members()));
        problems.addAll(TuningRules.check(document));
        return new Whole(document, problems);
    }

    /** What can be said without a call and without files of what AWS would refuse. */
    public List<String> problems() {
        boolean known = request.definition().requestFile() == null
                && request.definition().algorithm() == null;
        return known ? whole(Map.of(), Prepared.NOTHING).problems() : List.of();
    }
}
