package org.jenkins.ui.icon;

/** Has an icon. */
public interface IconSpec {
    String getIconClassName();
}
