package hudson.remoting;

/** The end of a call to come. */
public interface Future<V> extends java.util.concurrent.Future<V> {}
