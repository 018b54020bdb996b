package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jenkins.model.Jenkins;

/** Encrypts secrets with a key that lies in Jenkins' home, in the form {@code {base64}}. */
public final class SecretKeys {
    private static final int NONCE_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TAG_BITS = 128;

    private SecretKeys() {}

    /** The stored form of a secret. */
    public static String encrypt(String plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce);
            byte[] sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            byte[] all = new byte[NONCE_BYTES + sealed.length];
            System.arraycopy(nonce, 0, all, 0, NONCE_BYTES);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return "{" + Base64.getEncoder().encodeToString(all) + "}";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES/GCM does not work on this Java", e);
        }
    }

    /** The secret in a stored form, or null where the text is something else. */
    public static String decrypt(String stored) {
        if (stored.length() < 3 || !stored.startsWith("{") || !stored.endsWith("}")) {
            return null;
        }
        try {
            byte[] all = Base64.getDecoder().decode(stored.substring(1, stored.length() - 1));
            if (all.length <= NONCE_BYTES) {
                return null;
            }
            byte[] nonce = java.util.Arrays.copyOf(all, NONCE_BYTES);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            // Text in braces that was never encrypted here, such as JSON.
            return null;
        }
    }

    private static Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static synchronized byte[] key() {
        Path file = new File(Jenkins.get().getRootDir(), "secrets/hudson.util.Secret").toPath();
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[16];
                RANDOM.nextBytes(fresh);
                Trees.createFolderOf(file);
                Files.write(file, fresh);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
