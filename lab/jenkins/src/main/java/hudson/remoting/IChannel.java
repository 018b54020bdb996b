package hudson.remoting;

/** A connection. */
public interface IChannel {}
