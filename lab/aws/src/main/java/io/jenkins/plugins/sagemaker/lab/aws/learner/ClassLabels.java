package io.jenkins.plugins.sagemaker.lab.aws.learner;

/** The rule that class labels are whole numbers from 0 to one less than the number of classes. */
final class ClassLabels {

    private ClassLabels() {}

    /** Whether a number, as files give labels, is one of the classes. */
    static boolean isClass(double number, int classes) {
        return number % 1 == 0 && number >= 0 && number < classes;
    }

    static void check(Table table, String channel, int classes) throws ContainerFailure {
        for (int row = 0; row < table.rows(); row++) {
            double label = table.labels()[row];
            if (!isClass(label, classes)) {
                throw ContainerFailure.client("Row " + (row + 1) + " of channel '" + channel + "' has label " + label
                        + ", but classes go from 0 to " + (classes - 1) + ".");
            }
        }
    }
}
