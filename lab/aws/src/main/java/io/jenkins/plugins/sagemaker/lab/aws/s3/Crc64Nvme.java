package io.jenkins.plugins.sagemaker.lab.aws.s3;

/** CRC-64/NVME, which the JDK has not. Source of the polynomial: NVM Express NVM Command Set, 64b CRC. */
final class Crc64Nvme {

    /** {@code 0xAD93D23594C93659}, bits reversed. */
    private static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;

    private static final long[] TABLE = table();

    private Crc64Nvme() {}

    static long of(byte[] content) {
        long crc = -1;
        for (byte b : content) {
            crc = TABLE[(int) ((crc ^ b) & 0xFF)] ^ (crc >>> 8);
        }
        return ~crc;
    }

    private static long[] table() {
        long[] table = new long[256];
        for (int i = 0; i < table.length; i++) {
            long crc = i;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ POLYNOMIAL;
            }
            table[i] = crc;
        }
        return table;
    }
}
