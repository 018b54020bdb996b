package jenkins.util.io;

/** Marks what must never be sent to an agent; the stand-in refuses to serialize it for one. */
public interface OnMaster {}
