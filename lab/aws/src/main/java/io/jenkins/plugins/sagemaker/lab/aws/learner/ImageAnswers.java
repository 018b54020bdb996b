package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Answers an image with the probability of each class, as SageMaker's image classification does. */
final class ImageAnswers implements Predictor {

    private static final List<String> TYPES = List.of("application/x-image", "image/png", "image/jpeg", "image/jpg");

    private final ImageInput input;
    private final LinearModel model;

    ImageAnswers(ImageInput input, LinearModel model) {
        this.input = input;
        this.model = model;
    }

    @Override
    public Answer answer(byte[] body, String contentType, String accept) throws InvocationFailure {
        if (!TYPES.contains(MediaTypes.essence(contentType))) {
            throw InvocationFailure.unsupported(contentType, String.join(", ", TYPES));
        }
        double[] probabilities;
        try {
            probabilities = model.probabilities(input.forInference(body));
        } catch (IOException e) {
            throw InvocationFailure.badRequest("Unable to decode the image: it is " + e.getMessage() + ".");
        }
        String list =
                Arrays.stream(probabilities).mapToObj(Double::toString).collect(Collectors.joining(", ", "[", "]"));
        return MediaTypes.essence(accept).equals("application/jsonlines")
                ? new Answer("{\"prediction\": " + list + "}\n", "application/jsonlines")
                : new Answer(list, "application/json");
    }
}
