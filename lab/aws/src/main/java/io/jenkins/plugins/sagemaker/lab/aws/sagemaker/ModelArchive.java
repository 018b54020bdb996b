package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * {@code model.tar.gz}: a POSIX ustar archive, compressed. Writes plain files; reads those that GNU tar and Python
 * write too, of which everything but plain files is skipped.
 */
final class ModelArchive {

    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE_OFFSET = 124;
    private static final int CHECKSUM_OFFSET = 148;
    private static final int TYPE_OFFSET = 156;
    private static final int PREFIX_OFFSET = 345;

    private static final char PLAIN_FILE = '0';
    private static final char LONG_NAME = 'L';
    private static final char POSIX_HEADER = 'x';

    /** A line of a POSIX header: its length, a name, a value. */
    private static final Pattern POSIX_PATH = Pattern.compile("(?m)^\\d+ path=(.*)$");

    /** A model that unpacks to more than this would not fit into this process. */
    private static final long MAX_SIZE = 256L * 1024 * 1024;

    private ModelArchive() {}

    static byte[] pack(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                byte[] name = file.getKey().getBytes(StandardCharsets.UTF_8);
                if (name.length > NAME_LENGTH) {
                    write(out, "././@LongLink".getBytes(StandardCharsets.UTF_8), LONG_NAME, name);
                }
                write(out, name, PLAIN_FILE, file.getValue());
            }
            out.write(new byte[2 * BLOCK]);
        }
        return bytes.toByteArray();
    }

    private static void write(OutputStream out, byte[] name, char type, byte[] content) throws IOException {
        out.write(header(name, type, content.length));
        out.write(content);
        out.write(new byte[padding(content.length)]);
    }

    private static byte[] header(byte[] name, char type, int size) {
        var header = new byte[BLOCK];
        System.arraycopy(name, 0, header, 0, Math.min(name.length, NAME_LENGTH));
        put(header, NAME_LENGTH, "0000644\0" + "0000000\0" + "0000000\0");
        put(header, SIZE_OFFSET, "%011o\0".formatted(size) + "00000000000\0");
        put(header, CHECKSUM_OFFSET, " ".repeat(8) + type);
        put(header, 257, "ustar\0" + "00");
        int sum = 0;
        for (byte b : header) {
            sum += b & 255;
        }
        put(header, CHECKSUM_OFFSET, "%06o\0 ".formatted(sum));
        return header;
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }

    /** @throws IOException if this is not such an archive; the message says why, without a full stop */
    static Map<String, byte[]> unpack(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        long total = 0;
        String longName = "";
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(archive)))) {
            byte[] header = in.readNBytes(BLOCK);
            while (header.length == BLOCK && header[0] != 0) {
                long size = size(header);
                total += size;
                if (total > MAX_SIZE) {
                    throw new IOException("it unpacks to more than " + MAX_SIZE + " bytes");
                }
                var content = new byte[(int) size];
                in.readFully(content);
                in.skipNBytes(padding(content.length));
                char type = header[TYPE_OFFSET] == 0 ? PLAIN_FILE : (char) header[TYPE_OFFSET];
                if (type == PLAIN_FILE) {
                    files.put(longName.isEmpty() ? path(header) : relative(longName), content);
                }
                longName = longName(type, content);
                header = in.readNBytes(BLOCK);
            }
        }
        return files;
    }

    private static long size(byte[] header) throws IOException {
        String octal = text(header, SIZE_OFFSET, 12);
        if (!octal.matches("[0-7]{1,11}")) {
            throw new IOException("it is not a tar archive");
        }
        return Long.parseLong(octal, 8);
    }

    /** What an entry says about the name of the next one: GNU tar and POSIX have different ways to. */
    private static String longName(char type, byte[] content) {
        if (type == LONG_NAME) {
            return text(content, 0, content.length);
        }
        if (type == POSIX_HEADER) {
            var matcher = POSIX_PATH.matcher(new String(content, StandardCharsets.UTF_8));
            return matcher.find() ? matcher.group(1) : "";
        }
        return "";
    }

    private static String path(byte[] header) {
        String prefix =
                text(header, 257, 5).equals("ustar") && header[262] == 0 ? text(header, PREFIX_OFFSET, 155) : "";
        return relative((prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, NAME_LENGTH));
    }

    private static String relative(String path) {
        return path.startsWith("./") ? path.substring(2) : path;
    }

    private static String text(byte[] header, int offset, int length) {
        int end = offset;
        while (end < offset + length && header[end] != 0) {
            end++;
        }
        return new String(header, offset, end - offset, StandardCharsets.UTF_8).strip();
    }

    private static int padding(int size) {
        return (BLOCK - size % BLOCK) % BLOCK;
    }
}
