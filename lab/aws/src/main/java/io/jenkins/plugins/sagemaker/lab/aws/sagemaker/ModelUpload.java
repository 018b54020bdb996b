package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.sagemaker.lab.aws.learner.ContainerFailure;
import io.jenkins.plugins.sagemaker.lab.aws.s3.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Puts what a job has trained where the request wants it, {@code <S3OutputPath>/<job>/output/model.tar.gz}. */
final class ModelUpload {

    private ModelUpload() {}

    /**
     * @param files what the model's folder holds
     * @param data what the folder for other output holds
     * @return the URI of the artifact
     * @throws ContainerFailure if the output's bucket does not exist
     */
    static String put(ObjectStore objects, TrainingJob job, Map<String, byte[]> files, Map<String, byte[]> data)
            throws ContainerFailure {
        JsonNode configuration = job.request().get("OutputDataConfig");
        S3Location output =
                S3Location.parse(configuration.get("S3OutputPath").asText()).below(job.name() + "/output");
        if (!objects.hasBucket(output.bucket())) {
            throw ContainerFailure.client("Artifact upload failed:NoSuchBucket (404): The bucket " + output.bucket()
                    + " of S3OutputPath does not exist.");
        }
        boolean packed = configuration.path("CompressionType").asText("GZIP").equals("GZIP");
        if (!data.isEmpty()) {
            put(objects, output, "output", data, packed);
        }
        return put(objects, output, "model", files, packed);
    }

    private static String put(
            ObjectStore objects, S3Location output, String name, Map<String, byte[]> files, boolean packed) {
        if (!packed) {
            files.forEach((path, content) -> put(objects, output.below(name + "/" + path), content));
            return output.below(name + "/").toString();
        }
        try {
            put(objects, output.below(name + ".tar.gz"), ModelArchive.pack(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail to be written
        }
        return output.below(name + ".tar.gz").toString();
    }

    private static void put(ObjectStore objects, S3Location location, byte[] content) {
        objects.put(location.bucket(), location.key(), content, Map.of());
    }
}
