package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.sagemaker.training.RequestDocument;
import io.jenkins.plugins.sagemaker.training.TrainingDefinition.WorkspaceChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A channel of training data: somewhere in S3, or in the workspace, from where it is uploaded. */
public final class Channel extends AbstractDescribableImpl<Channel> {

    private final String channelName;
    private String s3Uri;
    private String path;
    private String contentType;
    private String s3DataType;
    private String s3DataDistributionType;
    private String compressionType;
    private String recordWrapperType;
    private String inputMode;
    private List<String> attributeNames;
    private Integer shuffleSeed;

    @DataBoundConstructor
    public Channel(String channelName) {
        this.channelName = Util.fixEmptyAndTrim(channelName);
    }

    public String getChannelName() {
        return channelName;
    }

    @CheckForNull
    public String getS3Uri() {
        return s3Uri;
    }

    @DataBoundSetter
    public void setS3Uri(String s3Uri) {
        this.s3Uri = Util.fixEmptyAndTrim(s3Uri);
    }

    @CheckForNull
    public String getPath() {
        return path;
    }

    @DataBoundSetter
    public void setPath(String path) {
        this.path = Util.fixEmptyAndTrim(path);
    }

    @CheckForNull
    public String getContentType() {
        return contentType;
    }

    @DataBoundSetter
    public void setContentType(String contentType) {
        this.contentType = Util.fixEmptyAndTrim(contentType);
    }

    @CheckForNull
    public String getS3DataType() {
        return s3DataType;
    }

    @DataBoundSetter
    public void setS3DataType(String s3DataType) {
        this.s3DataType = Util.fixEmptyAndTrim(s3DataType);
    }

    @CheckForNull
    public String getS3DataDistributionType() {
        return s3DataDistributionType;
    }

    @DataBoundSetter
    public void setS3DataDistributionType(String s3DataDistributionType) {
        this.s3DataDistributionType = Util.fixEmptyAndTrim(s3DataDistributionType);
    }

    @CheckForNull
    public String getCompressionType() {
        return compressionType;
    }

    @DataBoundSetter
    public void setCompressionType(String compressionType) {
        this.compressionType = Util.fixEmptyAndTrim(compressionType);
    }

    @CheckForNull
    public String getRecordWrapperType() {
        return recordWrapperType;
    }

    @DataBoundSetter
    public void setRecordWrapperType(String recordWrapperType) {
        this.recordWrapperType = Util.fixEmptyAndTrim(recordWrapperType);
    }

    @CheckForNull
    public String getInputMode() {
        return inputMode;
    }

    @DataBoundSetter
    public void setInputMode(String inputMode) {
        this.inputMode = Util.fixEmptyAndTrim(inputMode);
    }

    @CheckForNull
    public List<String> getAttributeNames() {
        return attributeNames;
    }

    @DataBoundSetter
    public void setAttributeNames(List<String> attributeNames) {
        this.attributeNames = Arguments.lines(attributeNames);
    }

    /** An {@code Integer}, since an empty field of a form would become 0 as a {@code Long}. */
    @CheckForNull
    public Integer getShuffleSeed() {
        return shuffleSeed;
    }

    @DataBoundSetter
    public void setShuffleSeed(Integer shuffleSeed) {
        this.shuffleSeed = shuffleSeed;
    }

    boolean isInWorkspace() {
        return path != null;
    }

    /** What is wrong with it by itself. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (channelName == null) {
            problems.add("A channel needs a channelName, for example train.");
        }
        if ((s3Uri == null) == (path == null)) {
            problems.add("The channel " + channelName
                    + " needs either an s3Uri (data in S3) or a path (data in the workspace).");
        }
        if (path != null && (s3DataType != null || s3DataDistributionType != null || attributeNames != null)) {
            problems.add(
                    "The channel " + channelName + " has a path in the workspace: s3DataType,"
                            + " s3DataDistributionType and attributeNames are for data that lies in S3 already, so leave them out.");
        }
        return problems;
    }

    WorkspaceChannel inWorkspace() {
        return new WorkspaceChannel(channelName, path, common());
    }

    Map<String, Object> document() {
        return RequestDocument.of(common())
                .put("ChannelName", channelName)
                .put("DataSource.S3DataSource.S3Uri", s3Uri)
                .put("DataSource.S3DataSource.S3DataType", s3DataType == null ? "S3Prefix" : s3DataType)
                .put(
                        "DataSource.S3DataSource.S3DataDistributionType",
                        s3DataDistributionType == null ? "FullyReplicated" : s3DataDistributionType)
                .putIfGiven("DataSource.S3DataSource.AttributeNames", attributeNames)
                .members();
    }

    private Map<String, Object> common() {
        return RequestDocument.of(Map.of())
                .putIfGiven("ContentType", contentType)
                .putIfGiven("CompressionType", compressionType)
                .putIfGiven("RecordWrapperType", recordWrapperType)
                .putIfGiven("InputMode", inputMode)
                .putIfGiven("ShuffleConfig.Seed", shuffleSeed)
                .members();
    }

    @Extension
    @Symbol("channel")
    public static final class DescriptorImpl extends Descriptor<Channel> implements TextLines {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.Channel_displayName();
        }

        @POST
        public ListBoxModel doFillS3DataTypeItems(@AncestorInPath Item item, @QueryParameter String s3DataType) {
            return Choices.optional(item, s3DataType, "S3Prefix", "ManifestFile", "AugmentedManifestFile");
        }

        @POST
        public ListBoxModel doFillS3DataDistributionTypeItems(
                @AncestorInPath Item item, @QueryParameter String s3DataDistributionType) {
            return Choices.optional(item, s3DataDistributionType, "FullyReplicated", "ShardedByS3Key");
        }

        @POST
        public ListBoxModel doFillCompressionTypeItems(
                @AncestorInPath Item item, @QueryParameter String compressionType) {
            return Choices.optional(item, compressionType, "None", "Gzip");
        }

        @POST
        public ListBoxModel doFillRecordWrapperTypeItems(
                @AncestorInPath Item item, @QueryParameter String recordWrapperType) {
            return Choices.optional(item, recordWrapperType, "None", "RecordIO");
        }

        @POST
        public ListBoxModel doFillInputModeItems(@AncestorInPath Item item, @QueryParameter String inputMode) {
            return Choices.optional(item, inputMode, "File", "Pipe", "FastFile");
        }
    }
}
