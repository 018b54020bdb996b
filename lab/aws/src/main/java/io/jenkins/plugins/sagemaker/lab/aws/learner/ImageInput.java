package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.io.IOException;

/**
 * How an image comes to the network's input size. SageMaker's image classification treats training and inference
 * differently: training images are cropped, and must not be smaller than the input; images to classify are resized.
 *
 * @param shape the input size
 * @param resize the length of a training image's shorter side before it is cropped; 0 to leave it as it is
 * @param features what turns the picture into numbers
 */
record ImageInput(ImageShape shape, int resize, ImageFeatures features) {

    ImageInput(ImageShape shape, int resize) {
        this(shape, resize, new ImageFeatures(shape));
    }

    double[] forTraining(byte[] image, String path) throws IOException, ContainerFailure {
        Picture picture = Picture.decode(image);
        if (resize > 0) {
            double factor = (double) resize / Math.min(picture.width(), picture.height());
            picture = picture.resize(
                    (int) Math.round(picture.width() * factor), (int) Math.round(picture.height() * factor));
        }
        if (picture.width() < shape.width() || picture.height() < shape.height()) {
            throw ContainerFailure.client("Image " + path + " is " + picture.width() + " x " + picture.height()
                    + " pixels, smaller than image_shape " + shape + ". Set image_shape to the size of the images"
                    + " (for example '" + shape.channels() + "," + picture.height() + "," + picture.width()
                    + "'), or resize.");
        }
        return features.of(picture.crop(shape.width(), shape.height()));
    }

    double[] forInference(byte[] image) throws IOException {
        return features.of(Picture.decode(image).resize(shape.width(), shape.height()));
    }
}
