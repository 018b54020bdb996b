package io.jenkins.plugins.sagemaker.lab.aws.learner;

import io.jenkins.plugins.sagemaker.lab.aws.learner.Channel.InputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The image files of a channel with their classes. Two layouts are understood: that of SageMaker's image
 * classification, where a {@code .lst} file (in the channel {@code train_lst}, or beside the images) has lines of
 * index, class and path, separated by tabs; and a folder for each class. Folders named by numbers are those classes;
 * other folders are numbered in the order of their names.
 */
final class LabelledImages {

    private static final String LIST_CHANNEL_SUFFIX = "_lst";

    private final String channel;
    private final List<InputFile> files = new ArrayList<>();
    private final List<Integer> classes = new ArrayList<>();
    private final int classCount;

    private LabelledImages(String channel, int classCount) {
        this.channel = channel;
        this.classCount = classCount;
    }

    /** The names of the class folders in their order; empty if folders are named by numbers or there is a list. */
    static List<String> folderNames(Channel channel) {
        var names = new TreeSet<String>();
        for (InputFile file : channel.files()) {
            if (isImage(file.path()) && file.path().indexOf('/') > 0) {
                names.add(file.path().substring(0, file.path().indexOf('/')));
            }
        }
        return names.stream().allMatch(name -> name.matches("[0-9]{1,9}")) ? List.of() : List.copyOf(names);
    }

    /**
     * Reads a channel's lists and paths; the images themselves are not read yet.
     *
     * @param folderNames as {@link #folderNames} of the training channel, so that all channels number alike
     */
    static LabelledImages read(Map<String, Channel> channels, String name, int classCount, List<String> folderNames)
            throws ContainerFailure {
        Channel channel = channels.get(name);
        if (channel.contentType() != null && channel.contentType().contains("recordio")) {
            throw ContainerFailure.client("Channel '" + name + "' has content type " + channel.contentType()
                    + "; the local container reads image files (application/x-image) only.");
        }
        var images = new LabelledImages(name, classCount);
        Channel lists = channels.getOrDefault(name + LIST_CHANNEL_SUFFIX, channel);
        List<InputFile> listFiles = lists.files().stream()
                .filter(file -> file.path().endsWith(".lst"))
                .toList();
        if (listFiles.isEmpty()) {
            images.addFolders(channel, folderNames);
        } else {
            Map<String, InputFile> byPath = channel.files().stream()
                    .collect(Collectors.toMap(InputFile::path, Function.identity(), (first, second) -> first));
            for (InputFile list : listFiles) {
                images.addListed(list, byPath);
            }
        }
        if (images.files.isEmpty()) {
            throw ContainerFailure.client("Channel '" + name + "' has no labelled PNG or JPEG images.");
        }
        return images;
    }

    private void addListed(InputFile list, Map<String, InputFile> byPath) throws ContainerFailure {
        String[] lines = new String(list.content().get(), StandardCharsets.UTF_8).split("\r?\n");
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isBlank()) {
                continue;
            }
            String where = list.path() + " line " + (i + 1);
            String[] parts = lines[i].split("\t");
            if (parts.length != 3) {
                throw ContainerFailure.client(where + " must have index, class and path separated by tabs, but has "
                        + parts.length + " columns.");
            }
            InputFile file = byPath.get(parts[2].strip());
            if (file == null) {
                throw ContainerFailure.client(
                        where + " names " + parts[2].strip() + ", which channel '" + channel + "' does not have.");
            }
            add(file, label(parts[1].strip(), where));
        }
    }

    private void addFolders(Channel from, List<String> folderNames) throws ContainerFailure {
        for (InputFile file : from.files()) {
            if (!isImage(file.path())) {
                continue;
            }
            int slash = file.path().indexOf('/');
            if (slash <= 0) {
                throw ContainerFailure.client("Image " + channel + "/" + file.path()
                        + " has no class: there is neither a .lst file nor a folder for it.");
            }
            String folder = file.path().substring(0, slash);
            int index = folderNames.indexOf(folder);
            add(
                    file,
                    label(
                            index < 0 ? folder : Integer.toString(index),
                            "The folder of " + channel + "/" + file.path()));
        }
    }

    private int label(String text, String where) throws ContainerFailure {
        try {
            // The tool that writes such lists, im2rec, writes classes as decimal numbers.
            double number = Double.parseDouble(text);
            if (ClassLabels.isClass(number, classCount)) {
                return (int) number;
            }
        } catch (NumberFormatException e) {
            throw ContainerFailure.client(
                    where + " gives class '" + text + "', which is not a number or a known class.");
        }
        throw ContainerFailure.client(where + " gives class " + text + ", but num_classes is " + classCount
                + ": classes go from 0 to " + (classCount - 1) + ".");
    }

    private void add(InputFile file, int label) {
        files.add(file);
        classes.add(label);
    }

    /** Reads the images. */
    Table toTable(ImageInput input) throws ContainerFailure {
        var features = new double[files.size()][];
        var labels = new double[files.size()];
        for (int i = 0; i < features.length; i++) {
            String path = channel + "/" + files.get(i).path();
            try {
                features[i] = input.forTraining(files.get(i).content().get(), path);
            } catch (IOException e) {
                throw ContainerFailure.client("Image " + path + " cannot be read: it is " + e.getMessage() + ".");
            }
            labels[i] = classes.get(i);
        }
        return new Table(features, labels);
    }

    private static boolean isImage(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".png") || lower.endsWith(".jpg") || lower.endsWith(".jpeg");
    }
}
