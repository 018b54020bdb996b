package org.jenkinsci.plugins.workflow.cps;

import io.jenkins.plugins.sagemaker.lab.jenkins.core.Power;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.ProgramInput;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.ProgramOutput;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.TreeMap;

/** Writes the running program of an execution to {@code program.dat} in the build's folder, and reads it back. */
final class ProgramStore {

    private static final ThreadLocal<CpsFlowExecution> CURRENT = new ThreadLocal<>();

    private final CpsFlowExecution execution;

    ProgramStore(CpsFlowExecution execution) {
        this.execution = execution;
    }

    /** The execution whose program is written or read by this thread now; null where none is. */
    static CpsFlowExecution current() {
        return CURRENT.get();
    }

    /**
     * What is in the file before the program itself, for it must be known before the program can be read.
     *
     * @param heads the node of every branch
     * @param scripts the further texts that were compiled
     */
    record Header(int lastId, TreeMap<Integer, String> heads, LinkedHashMap<String, String> scripts)
            implements Serializable {}

    File file() throws IOException {
        return new File(execution.getOwner().getRootDir(), "program.dat");
    }

    /** Writes the program atomically. In the CPS thread. */
    void save(Header header, CpsThreadGroup group) throws IOException {
        CURRENT.set(execution);
        var bytes = new ByteArrayOutputStream();
        try (var head = new ObjectOutputStream(bytes)) {
            head.writeObject(header);
        }
        byte[] headBytes = bytes.toByteArray();
        bytes.reset();
        try (var out = new ProgramOutput(bytes)) {
            out.writeObject(group);
        } finally {
            CURRENT.remove();
        }
        write(headBytes, bytes.toByteArray());
    }

    private void write(byte[] header, byte[] program) throws IOException {
        Power.at("program");
        Power.check();
        Path target = file().toPath();
        Path draft = target.resolveSibling("program.dat.new");
        try (var out = new DataOutputStream(Files.newOutputStream(draft))) {
            out.writeInt(header.length);
            out.write(header);
            out.write(program);
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Power.at("program written");
    }

    Header loadHeader() throws IOException, ClassNotFoundException {
        try (var in = new DataInputStream(open())) {
            byte[] bytes = in.readNBytes(in.readInt());
            try (var head = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
                return (Header) head.readObject();
            }
        }
    }

    CpsThreadGroup load(ClassLoader scripts) throws IOException, ClassNotFoundException {
        CURRENT.set(execution);
        try (var in = new DataInputStream(open())) {
            in.skipNBytes(in.readInt());
            try (var program = new ProgramInput(in, scripts, execution.getOwner())) {
                return (CpsThreadGroup) program.readObject();
            }
        } finally {
            CURRENT.remove();
        }
    }

    private InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file().toPath()));
    }

    void delete() throws IOException {
        Files.deleteIfExists(file().toPath());
    }

    /** Whether there is a program to go on with. */
    boolean exists() throws IOException {
        return file().isFile();
    }
}
