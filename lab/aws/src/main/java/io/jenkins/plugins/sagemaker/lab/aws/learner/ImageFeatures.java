package io.jenkins.plugins.sagemaker.lab.aws.learner;

/**
 * Turns a picture into numbers that a linear model can tell apart: its pixels, and for each cell of a grid how strongly
 * the brightness changes in each of eight directions (a histogram of oriented gradients, Dalal and Triggs 2005). That
 * takes the place of the convolutional network in SageMaker's own container, on one core and in milliseconds.
 */
final class ImageFeatures {

    private static final int MAX_SIDE = 32;
    private static final int MAX_PIXEL_SIDE = 16;
    private static final int DIRECTIONS = 8;

    /**
     * Both halves of the vector get this length, so that neither contrast nor the picture's size changes the step size.
     */
    private static final double LENGTH = 1;

    private final ImageShape shape;
    private final int width;
    private final int height;
    private final int columns;
    private final int rows;
    private final int pixels;

    ImageFeatures(ImageShape shape) {
        this.shape = shape;
        this.width = Math.min(shape.width(), MAX_SIDE);
        this.height = Math.min(shape.height(), MAX_SIDE);
        this.columns = cells(width);
        this.rows = cells(height);
        this.pixels = Math.min(width, MAX_PIXEL_SIDE) * Math.min(height, MAX_PIXEL_SIDE);
    }

    private static int cells(int side) {
        return Math.max(2, Math.min(8, side / 2));
    }

    /** How many numbers a picture becomes. */
    int size() {
        return shape.channels() * pixels + rows * columns * DIRECTIONS;
    }

    /** @param picture a picture whose size is the shape's */
    double[] of(Picture picture) {
        var features = new double[size()];
        int gradients = shape.channels() * pixels;
        Picture small = picture.resize(Math.min(width, MAX_PIXEL_SIDE), Math.min(height, MAX_PIXEL_SIDE));
        for (int channel = 0; channel < shape.channels(); channel++) {
            float[] plane = shape.channels() == 1 ? small.brightness() : small.planes()[channel];
            for (int i = 0; i < pixels; i++) {
                features[channel * pixels + i] = plane[i];
            }
        }
        addGradients(picture.resize(width, height).brightness(), features, gradients);
        normalize(features, 0, gradients);
        normalize(features, gradients, features.length);
        return features;
    }

    private void addGradients(float[] grey, double[] features, int offset) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double dx = at(grey, x + 1, y) - at(grey, x - 1, y);
                double dy = at(grey, x, y + 1) - at(grey, x, y - 1);
                double strength = Math.hypot(dx, dy);
                if (strength > 0) {
                    double direction = (Math.atan2(dy, dx) + 2 * Math.PI) / (2 * Math.PI) * DIRECTIONS;
                    addToCells(features, offset, x, y, direction, strength);
                }
            }
        }
    }

    /** Shares a gradient among the four nearest cells and the two nearest directions. */
    private void addToCells(double[] features, int offset, int x, int y, double direction, double strength) {
        double cellX = (x + 0.5) * columns / width - 0.5;
        double cellY = (y + 0.5) * rows / height - 0.5;
        int left = (int) Math.floor(cellX);
        int top = (int) Math.floor(cellY);
        int low = (int) direction % DIRECTIONS;
        int high = (low + 1) % DIRECTIONS;
        double toHigh = direction - Math.floor(direction);
        for (int row = Math.max(0, top); row <= Math.min(rows - 1, top + 1); row++) {
            for (int column = Math.max(0, left); column <= Math.min(columns - 1, left + 1); column++) {
                double share = strength * (1 - Math.abs(cellX - column)) * (1 - Math.abs(cellY - row));
                int cell = offset + (row * columns + column) * DIRECTIONS;
                features[cell + low] += share * (1 - toHigh);
                features[cell + high] += share * toHigh;
            }
        }
    }

    private float at(float[] grey, int x, int y) {
        return grey[Math.max(0, Math.min(height - 1, y)) * width + Math.max(0, Math.min(width - 1, x))];
    }

    private static void normalize(double[] features, int from, int to) {
        double squares = 0;
        for (int i = from; i < to; i++) {
            squares += features[i] * features[i];
        }
        if (squares > 0) {
            double factor = LENGTH / Math.sqrt(squares);
            for (int i = from; i < to; i++) {
                features[i] *= factor;
            }
        }
    }
}
