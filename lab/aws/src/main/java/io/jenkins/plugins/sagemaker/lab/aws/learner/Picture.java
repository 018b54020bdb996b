package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A decoded picture: red, green and blue from 0 to 1.
 *
 * @param planes three planes of {@code height * width} values, row by row; a grey picture has the same plane three
 *     times
 */
record Picture(int width, int height, float[][] planes) {

    /** A picture beyond this is refused before it is decoded, lest a small file fill the memory. */
    private static final long MAX_PIXELS = 50_000_000;

    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    /**
     * @throws IOException if this is no PNG or JPEG picture; the message says what it is instead, without a full stop
     */
    static Picture decode(byte[] bytes) throws IOException {
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                    try {
                        reader.setInput(input, true, true);
                        return of(read(reader));
                    } finally {
                        reader.dispose();
                    }
                }
            }
        }
        throw new IOException("neither a PNG nor a JPEG picture");
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        try {
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MAX_PIXELS) {
                throw new IOException("a picture of " + pixels + " pixels, more than " + MAX_PIXELS);
            }
            return reader.read(0);
        } catch (RuntimeException e) {
            // The JDK's readers answer some damaged files with unchecked exceptions.
            throw new IOException("a damaged picture", e);
        }
    }

    private static Picture of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            // getRGB would convert from linear grey, which is slow and brightens.
            Raster raster = image.getRaster();
            var grey = new float[width * height];
            raster.getSamples(0, 0, width, height, 0, grey);
            for (int i = 0; i < grey.length; i++) {
                grey[i] /= 255;
            }
            return new Picture(width, height, new float[][] {grey, grey, grey});
        }
        int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
        var planes = new float[3][argb.length];
        for (int i = 0; i < argb.length; i++) {
            planes[0][i] = (argb[i] >> 16 & 255) / 255f;
            planes[1][i] = (argb[i] >> 8 & 255) / 255f;
            planes[2][i] = (argb[i] & 255) / 255f;
        }
        return new Picture(width, height, planes);
    }

    /** The middle of the picture. */
    Picture crop(int newWidth, int newHeight) {
        return resample((width - newWidth) / 2, (height - newHeight) / 2, newWidth, newHeight, newWidth, newHeight);
    }

    /** The whole picture in another size, whatever that does to its proportions. */
    Picture resize(int newWidth, int newHeight) {
        return resample(0, 0, width, height, newWidth, newHeight);
    }

    /** The brightness, as television has weighed the colours since ITU-R BT.601. */
    float[] brightness() {
        if (planes[0] == planes[1] && planes[1] == planes[2]) {
            return planes[0];
        }
        var grey = new float[width * height];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = 0.299f * planes[0][i] + 0.587f * planes[1][i] + 0.114f * planes[2][i];
        }
        return grey;
    }

    /** Each new pixel is the mean of the old pixels that it covers. */
    private Picture resample(int left, int top, int fromWidth, int fromHeight, int toWidth, int toHeight) {
        if (left == 0 && top == 0 && toWidth == width && toHeight == height) {
            return this;
        }
        boolean grey = planes[0] == planes[1] && planes[1] == planes[2];
        var out = new float[3][];
        for (int plane = 0; plane < 3; plane++) {
            if (grey && plane > 0) {
                out[plane] = out[0];
                continue;
            }
            out[plane] = new float[toWidth * toHeight];
            for (int y = 0; y < toHeight; y++) {
                int y0 = top + (int) ((long) y * fromHeight / toHeight);
                int y1 = Math.max(y0 + 1, top + (int) (((y + 1L) * fromHeight + toHeight - 1) / toHeight));
                for (int x = 0; x < toWidth; x++) {
                    int x0 = left + (int) ((long) x * fromWidth / toWidth);
                    int x1 = Math.max(x0 + 1, left + (int) (((x + 1L) * fromWidth + toWidth - 1) / toWidth));
                    out[plane][y * toWidth + x] = mean(planes[plane], x0, y0, x1, y1);
                }
            }
        }
        return new Picture(toWidth, toHeight, out);
    }

    private float mean(float[] plane, int x0, int y0, int x1, int y1) {
        float sum = 0;
        for (int y = y0; y < y1; y++) {
            for (int x = x0; x < x1; x++) {
                sum += plane[y * width + x];
            }
        }
        return sum / ((x1 - x0) * (y1 - y0));
    }
}
