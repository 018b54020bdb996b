package io.jenkins.plugins.sagemaker.lab.aws.learner;

/**
 * The size of the network's input layer, {@code image_shape} of SageMaker's image classification.
 *
 * @param channels 1 for grey, 3 for colour
 * @param height pixels
 * @param width pixels
 */
record ImageShape(int channels, int height, int width) {

    private static final String FORMAT =
            "'channels,height,width' with 1 or 3 channels and sides of 4 to 4096 pixels, such as '3,224,224'";

    static ImageShape parse(String text) throws ContainerFailure {
        String[] parts = text.split(",", -1);
        try {
            if (parts.length == 3) {
                var shape = new ImageShape(
                        Integer.parseInt(parts[0].strip()),
                        Integer.parseInt(parts[1].strip()),
                        Integer.parseInt(parts[2].strip()));
                if (shape.isSound()) {
                    return shape;
                }
            }
        } catch (NumberFormatException e) {
            throw Hyperparameters.bad("image_shape", text, FORMAT);
        }
        throw Hyperparameters.bad("image_shape", text, FORMAT);
    }

    private boolean isSound() {
        return (channels == 1 || channels == 3) && Math.min(height, width) >= 4 && Math.max(height, width) <= 4096;
    }

    @Override
    public String toString() {
        return channels + "," + height + "," + width;
    }
}
