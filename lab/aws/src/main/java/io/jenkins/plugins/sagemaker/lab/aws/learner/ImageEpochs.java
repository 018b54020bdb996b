package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.time.Duration;
import java.util.Locale;

/**
 * Logs each epoch of an image classification as SageMaker's container does, lowers the learning rate and ends early.
 */
final class ImageEpochs implements EpochListener {

    private final TrainingContainer container;
    private final ImageSettings settings;
    private final Table train;
    private final Table validation;
    private final Duration pace;
    private double factor = 1;
    private double best;
    private int bestEpoch;

    /** @param validation may be null */
    ImageEpochs(TrainingContainer container, ImageSettings settings, Table train, Table validation, Duration pace) {
        this.container = container;
        this.settings = settings;
        this.train = train;
        this.validation = validation;
        this.pace = pace;
    }

    @Override
    public double ended(int epoch, LinearModel model) throws ContainerFailure, InterruptedException {
        boolean goOn = container.pace(pace);
        Score onTrain = Score.ofClassifier(train, model::probabilities);
        if (Double.isNaN(onTrain.loss())) {
            throw ContainerFailure.algorithm("The training diverged in epoch " + epoch
                    + ": the loss is not a number. A smaller learning_rate helps.");
        }
        log(epoch, "Train", onTrain);
        Score judged = onTrain;
        if (validation != null) {
            judged = Score.ofClassifier(validation, model::probabilities);
            log(epoch, "Validation", judged);
        }
        if (settings.decayEpochs().contains(epoch + 1)) {
            factor *= settings.decayFactor();
            container.info("Epoch[" + epoch + "] Learning rate is now "
                    + settings.descent().learningRate() * factor);
        }
        if (!goOn) {
            container.info("The job is being stopped after epoch " + epoch + "; keeping the model as it is.");
            factor = 0;
        } else if (endsEarly(epoch, judged.accuracy())) {
            container.info("No progress since epoch " + bestEpoch + "; training ends early after epoch " + epoch + ".");
            factor = 0;
        }
        return factor;
    }

    private void log(int epoch, String data, Score score) {
        String accuracy = String.format(Locale.ROOT, "%.6f", score.accuracy());
        container.info("Epoch[" + epoch + "] " + data + "-accuracy=" + accuracy);
        String metric =
                "#quality_metric: host=" + container.host() + ", epoch=" + epoch + ", " + data.toLowerCase(Locale.ROOT);
        container.info(metric + " accuracy <score>=(" + accuracy + ")");
        container.info(metric + " logloss <loss>=(" + String.format(Locale.ROOT, "%.6f", score.loss()) + ")");
    }

    private boolean endsEarly(int epoch, double accuracy) {
        if (accuracy > best * (1 + settings.tolerance()) || epoch == 0) {
            best = accuracy;
            bestEpoch = epoch;
        }
        return settings.patience() > 0 && epoch + 1 >= settings.minEpochs() && epoch - bestEpoch >= settings.patience();
    }
}
