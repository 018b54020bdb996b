package io.jenkins.plugins.sagemaker.lab.aws.learner;

/** The rule that class labels are whole numbers from 0 to one less than the number of classes. */
final class ClassLabels {

    private ClassLabels() {}

    static void check(Table table, String channel, int classes) throws ContainerFailure {
        for (int row = 0; row < table.rows(); row++) {
            double label = table.labels()[row];
            if (label != Math.rint(label) || label < 0 || label >= classes) {
                throw ContainerFailure.client("Row " + (row + 1) + " of channel '" + channel + "' has label " + label
                        + ", but classes go from 0 to " + (classes - 1) + ".");
            }
        }
    }
}
