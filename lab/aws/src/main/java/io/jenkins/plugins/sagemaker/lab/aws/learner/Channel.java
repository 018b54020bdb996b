package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.util.List;
import java.util.function.Supplier;

/**
 * One input channel of a training job, as the container finds it under {@code /opt/ml/input/data}.
 *
 * @param name the channel's name
 * @param contentType the content type that the request gives it, or null
 * @param files its files in the order of S3
 */
public record Channel(String name, String contentType, List<InputFile> files) {

    public Channel {
        files = List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param path its path below the channel's folder
     * @param content its bytes, read when they are needed
     */
    public record InputFile(String path, Supplier<byte[]> content) {}
}
