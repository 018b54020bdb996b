package org.kohsuke.stapler;

/** A class has no constructor to bind to. */
public class NoStaplerConstructorException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public NoStaplerConstructorException(String s) {
        super(s);
    }
}
