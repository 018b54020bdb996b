package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** Fn::Cidr: cuts an address block into equal smaller ones. */
final class CidrBlocks {

    private CidrBlocks() {}

    /** @param bits size of each block as its number of host bits: 8 makes /24 of IPv4 */
    static List<String> of(String block, int count, int bits) throws TemplateException {
        String[] parts = block.split("/");
        if (parts.length != 2 || !parts[0].matches("[0-9a-fA-F.:]+") || !parts[1].matches("[0-9]{1,3}")) {
            throw new TemplateException("Template error: Fn::Cidr ipBlock " + block + " is not a CIDR block");
        }
        byte[] address = address(parts[0]);
        int width = address.length * 8;
        int prefix = Integer.parseInt(parts[1]);
        int room = width - bits - prefix;
        if (count < 1 || count > 256 || bits < 1 || room < 0 || (room < 31 && count > 1L << room)) {
            throw new TemplateException(
                    "Template error: Fn::Cidr cannot cut " + count + " blocks of " + bits + " bits from " + block);
        }
        BigInteger start = new BigInteger(1, address).shiftRight(width - prefix).shiftLeft(width - prefix);
        List<String> blocks = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            BigInteger at = start.add(BigInteger.valueOf(index).shiftLeft(bits));
            blocks.add(text(at, address.length) + "/" + (width - bits));
        }
        return blocks;
    }

    private static byte[] address(String text) throws TemplateException {
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            throw new TemplateException("Template error: Fn::Cidr ipBlock " + text + " is not an address");
        }
    }

    private static String text(BigInteger number, int length) throws TemplateException {
        byte[] bytes = new byte[length];
        byte[] digits = number.toByteArray();
        int count = Math.min(digits.length, length);
        System.arraycopy(digits, digits.length - count, bytes, length - count, count);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new TemplateException("Template error: Fn::Cidr leaves the address space");
        }
    }
}
