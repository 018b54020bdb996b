package io.jenkins.plugins.sagemaker.lab.aws.s3;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** The checksums that S3 takes, verifies and gives back. */
enum ChecksumAlgorithm {
    CRC32,
    CRC32C,
    CRC64NVME,
    SHA1,
    SHA256;

    /** Its name in XML. */
    String element() {
        return "Checksum" + name();
    }

    String header() {
        return "x-amz-checksum-" + name().toLowerCase(Locale.ROOT);
    }

    byte[] bytes(byte[] content) {
        return switch (this) {
            case CRC32 -> crc32(new CRC32(), content);
            case CRC32C -> crc32(new CRC32C(), content);
            case CRC64NVME ->
                ByteBuffer.allocate(Long.BYTES).putLong(Crc64Nvme.of(content)).array();
            case SHA1 -> Digests.digest("SHA-1", content);
            case SHA256 -> Digests.digest("SHA-256", content);
        };
    }

    String base64(byte[] content) {
        return Base64.getEncoder().encodeToString(bytes(content));
    }

    static Optional<ChecksumAlgorithm> named(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static byte[] crc32(Checksum checksum, byte[] content) {
        checksum.update(content);
        return ByteBuffer.allocate(Integer.BYTES)
                .putInt((int) checksum.getValue())
                .array();
    }
}
