package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Channel;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Channel.InputFile;
import io.jenkins.plugins.sagemaker.lab.aws.learner.ContainerFailure;
import io.jenkins.plugins.sagemaker.lab.aws.s3.ObjectStore;
import io.jenkins.plugins.sagemaker.lab.aws.s3.ObjectStore.StoredObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Downloads the input channels of a training job. */
final class InputChannels {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectStore objects;
    private final String region;
    private final String role;

    InputChannels(ObjectStore objects, String region, String role) {
        this.objects = objects;
        this.region = region;
        this.role = role;
    }

    /** @throws ContainerFailure if a channel's data are not there */
    Map<String, Channel> read(JsonNode configuration) throws ContainerFailure {
        Map<String, Channel> channels = new LinkedHashMap<>();
        for (JsonNode channel : configuration) {
            String name = channel.get("ChannelName").asText();
            JsonNode source = channel.at("/DataSource/S3DataSource");
            if (source.isMissingNode()) {
                throw ContainerFailure.client(
                        "Channel '" + name + "' has no S3DataSource; the local AWS has no other kind of data source.");
            }
            List<InputFile> files =
                    switch (source.get("S3DataType").asText()) {
                        case "S3Prefix" ->
                            prefix(S3Location.parse(source.get("S3Uri").asText()));
                        case "ManifestFile" ->
                            manifest(S3Location.parse(source.get("S3Uri").asText()));
                        default ->
                            throw ContainerFailure.client("Channel '" + name + "' has S3DataType "
                                    + source.get("S3DataType").asText()
                                    + "; the local AWS offers S3Prefix and ManifestFile.");
                    };
            channels.put(name, new Channel(name, channel.path("ContentType").asText(null), files));
        }
        return channels;
    }

    private List<InputFile> prefix(S3Location location) throws ContainerFailure {
        List<InputFile> files = new ArrayList<>();
        for (StoredObject object : objects.list(location.bucket(), location.key())) {
            // Consoles mark empty folders with such objects.
            if (!object.key().endsWith("/")) {
                files.add(new InputFile(path(object.key(), location.key()), object::content));
            }
        }
        if (files.isEmpty()) {
            throw ContainerFailure.client("Data download failed:No S3 objects found under S3 URL \"" + location
                    + "\" given in input data source. Please ensure that the bucket exists in the selected region ("
                    + region + "), that objects exist under that S3 prefix, and that the role \"" + role
                    + "\" has \"s3:ListBucket\" permissions on bucket \"" + location.bucket() + "\".");
        }
        return files;
    }

    /** Where a key is found below the channel's folder: the prefix is a folder if it can be one. */
    static String path(String key, String prefix) {
        if (prefix.isEmpty() || prefix.endsWith("/")) {
            return key.substring(prefix.length());
        }
        return key.startsWith(prefix + "/")
                ? key.substring(prefix.length() + 1)
                : key.substring(prefix.lastIndexOf('/') + 1);
    }

    private List<InputFile> manifest(S3Location location) throws ContainerFailure {
        byte[] content = objects.get(location.bucket(), location.key())
                .orElseThrow(() -> ContainerFailure.client(
                        "Data download failed:NoSuchKey (404): The manifest " + location + " does not exist."))
                .content();
        List<InputFile> files = new ArrayList<>();
        try {
            JsonNode manifest = JSON.readTree(content);
            S3Location base = S3Location.parse(manifest.path(0).path("prefix").asText("://"));
            for (int i = 1; i < manifest.size(); i++) {
                String relative = manifest.get(i).asText();
                String key = base.key() + relative;
                StoredObject object = objects.get(base.bucket(), key)
                        .orElseThrow(() -> ContainerFailure.client("Data download failed:NoSuchKey (404): s3://"
                                + base.bucket() + "/" + key + " does not exist."));
                files.add(new InputFile(relative, object::content));
            }
        } catch (IOException e) {
            throw ContainerFailure.client("The manifest " + location + " is not JSON.");
        }
        if (files.isEmpty()) {
            throw ContainerFailure.client("The manifest " + location + " names no objects.");
        }
        return files;
    }
}
