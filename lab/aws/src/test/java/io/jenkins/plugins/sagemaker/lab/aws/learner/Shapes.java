package io.jenkins.plugins.sagemaker.lab.aws.learner;

import io.jenkins.plugins.sagemaker.lab.aws.learner.Channel.InputFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Small pictures of three kinds that a learner can tell apart: 0 lies, 1 stands, 2 is a ring. Noisy and never twice the
 * same.
 */
public final class Shapes {

    public static final int CLASSES = 3;
    public static final int SIDE = 12;

    private Shapes() {}

    public static byte[] png(int kind, long seed) {
        return encode(draw(kind, seed), "png");
    }

    public static byte[] jpeg(int kind, long seed) {
        return encode(draw(kind, seed), "jpeg");
    }

    private static byte[] encode(BufferedImage image, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static BufferedImage draw(int kind, long seed) {
        var random = new Random(seed * CLASSES + kind);
        var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        int shift = random.nextInt(5) - 2;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double radius = Math.hypot(x - 5.5 - shift * 0.3, y - 5.5);
                boolean ink =
                        switch (kind) {
                            case 0 -> Math.abs(y - 5.5 - shift) < 1.5;
                            case 1 -> Math.abs(x - 5.5 - shift) < 1.5;
                            default -> Math.abs(radius - 4) < 1;
                        };
                int grey = Math.max(0, Math.min(255, (ink ? 190 : 40) + (int) (random.nextGaussian() * 35)));
                image.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        return image;
    }

    /** A folder per class, each with so many pictures. */
    public static Channel folders(String name, int perClass, long firstSeed) {
        List<InputFile> files = new ArrayList<>();
        for (int kind = 0; kind < CLASSES; kind++) {
            for (int i = 0; i < perClass; i++) {
                byte[] png = png(kind, firstSeed + i);
                files.add(new InputFile(kind + "/" + i + ".png", () -> png));
            }
        }
        return new Channel(name, "application/x-image", files);
    }
}
