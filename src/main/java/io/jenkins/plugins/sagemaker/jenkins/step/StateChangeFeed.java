package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.XmlFile;
import hudson.model.Saveable;
import hudson.model.listeners.ItemListener;
import hudson.model.listeners.SaveableListener;
import io.jenkins.plugins.sagemaker.aws.QueueUrl;
import io.jenkins.plugins.sagemaker.jenkins.config.SageMakerConfiguration;
import io.jenkins.plugins.sagemaker.jenkins.config.StateChangeQueue;
import io.jenkins.plugins.sagemaker.operation.Feed;
import io.jenkins.plugins.sagemaker.operation.Listing.Entry;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.training.TrainingJobChanges;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A queue of the global configuration, as what the waits for training jobs are woken by. It is read with what an administrator has set for it,
 * and by no build's rights.
 *
 * @param credentialsId null for those of steps that name none, or the controller's own
 * @param assumeRoleArn null for none
 * @param externalId null for none
 */
record StateChangeFeed(QueueUrl queue, String region, String credentialsId, String assumeRoleArn, String externalId)
        implements Feed {

    private static final Logger LOGGER = Logger.getLogger(StateChangeFeed.class.getName());

    @Override
    public String name() {
        return "the queue " + queue;
    }

    @Override
    public Object topic() {
        return TrainingJobChanges.topic(region);
    }

    @Override
    public boolean read(Consumer<List<Entry>> hearer) throws RemoteException, InterruptedException {
        return TrainingJobChanges.read(AwsConnector.get().connect(this), hearer);
    }

    /** What is configured holds from now on. */
    private static void listen(SageMakerConfiguration config) {
        Set<Feed> feeds = new LinkedHashSet<>();
        for (StateChangeQueue queue : config.getStateChangeQueues()) {
            QueueUrl url = queue.getUrl() == null
                    ? null
                    : QueueUrl.parse(queue.getUrl()).orElse(null);
            String region = url == null ? null : url.region().orElse(config.getRegion());
            if (region == null) {
                LOGGER.log(
                        Level.WARNING,
                        "Manage Jenkins, System, Amazon SageMaker has a queue that is not read, since {0}: {1}",
                        new Object[] {
                            url == null ? "its URL is not that of an SQS queue" : "its region is not known",
                            queue.getUrl()
                        });
            } else {
                feeds.add(new StateChangeFeed(
                        url, region, queue.getCredentialsId(), queue.getAssumeRoleArn(), queue.getExternalId()));
            }
        }
        OperationPool.get().watchers().feeds(List.copyOf(feeds));
    }

    /** As it was when the controller went down. */
    @Extension
    public static final class AtStart extends ItemListener {
        @Override
        public void onLoaded() {
            listen(SageMakerConfiguration.get());
        }
    }

    /** As an administrator has just set it. */
    @Extension
    public static final class AtChange extends SaveableListener {
        @Override
        public void onChange(@NonNull Saveable saved, @NonNull XmlFile file) {
            if (saved instanceof SageMakerConfiguration config) {
                listen(config);
            }
        }
    }
}
