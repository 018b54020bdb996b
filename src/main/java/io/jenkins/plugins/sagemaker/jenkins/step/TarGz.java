package io.jenkins.plugins.sagemaker.jenkins.step;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a {@code tar.gz} that is the same for the same files, whenever and by whom it is written: no times, no owners, every file may be
 * executed. POSIX.1-2001: names that the header has no room for come in an extended header before it.
 */
final class TarGz implements Closeable {

    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int MODE = 0755;

    private final OutputStream out;

    TarGz(OutputStream out) throws IOException {
        this.out = new GZIPOutputStream(new BufferedOutputStream(out));
    }

    void add(String name, Path file) throws IOException {
        byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
        if (encoded.length > NAME) {
            byte[] extended = record("path", name);
            header("extended".getBytes(StandardCharsets.UTF_8), extended.length, 'x');
            out.write(extended);
            pad(extended.length);
        }
        long size = Files.size(file);
        header(Arrays.copyOf(encoded, Math.min(NAME, encoded.length)), size, '0');
        long copied = Files.copy(file, out);
        if (copied != size) {
            throw WorkspaceFiles.changed(name);
        }
        pad(size);
    }

    /** {@code "27 path=the/name\n"}: the number is the length of it all. */
    private static byte[] record(String key, String value) {
        String rest = " " + key + "=" + value + "\n";
        int length = rest.getBytes(StandardCharsets.UTF_8).length;
        int digits = 1;
        while (String.valueOf(length + digits).length() > digits) {
            digits++;
        }
        return ((length + digits) + rest).getBytes(StandardCharsets.UTF_8);
    }

    private void header(byte[] name, long size, char type) throws IOException {
        byte[] header = new byte[BLOCK];
        System.arraycopy(name, 0, header, 0, name.length);
        octal(header, 100, 8, MODE);
        octal(header, 108, 8, 0);
        octal(header, 116, 8, 0);
        octal(header, 124, 12, size);
        octal(header, 136, 12, 0);
        header[156] = (byte) type;
        System.arraycopy("ustar\00000".getBytes(StandardCharsets.US_ASCII), 0, header, 257, 8);
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        octal(header, 148, 7, sum);
        header[154] = 0;
        out.write(header);
    }

    private static void octal(byte[] header, int at, int length, long number) throws IOException {
        String digits = Long.toOctalString(number);
        if (digits.length() >= length) {
            throw new WorkspaceFiles.Refused("A file of more than 8 GiB cannot be packed: bring it in by a channel.");
        }
        String padded = "0".repeat(length - 1 - digits.length()) + digits;
        System.arraycopy(padded.getBytes(StandardCharsets.US_ASCII), 0, header, at, length - 1);
    }

    private void pad(long size) throws IOException {
        out.write(new byte[(int) ((BLOCK - size % BLOCK) % BLOCK)]);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            out.write(new byte[2 * BLOCK]);
        }
    }
}
