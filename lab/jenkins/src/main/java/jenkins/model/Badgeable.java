package jenkins.model;

/** Something that may carry a badge; badges are left out. */
public interface Badgeable {}
