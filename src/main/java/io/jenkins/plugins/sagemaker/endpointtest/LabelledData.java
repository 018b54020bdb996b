package io.jenkins.plugins.sagemaker.endpointtest;

import java.io.Serializable;

/**
 * Items whose right answers are known.
 *
 * @param form how labels and items are laid out
 * @param path a folder or file of the workspace
 * @param labelColumn for a table, the column that holds the label: its name, if the file has a line of names, or its number from 0, if it
 *     has not. For JSON Lines the field's name. Empty for the form's own: the first column, the field {@code label}
 * @param contentType media type of one item; empty for the form's own
 * @param accept media type that is wanted back; empty for the container's choice
 */
public record LabelledData(Form form, String path, String labelColumn, String contentType, String accept)
        implements Serializable {

    /** The layouts. */
    public enum Form {
        /** A folder with one sub-folder for each label, of files that are sent as they are. */
        FOLDERS,
        /** A table with commas; each line without its label is sent as {@code text/csv}. */
        CSV,
        /** An object on each line; each without its label is sent as {@code application/json}. */
        JSON_LINES;

        /** What a path looks like. */
        public static Form of(String path) {
            return path.endsWith(".csv") ? CSV : path.endsWith(".jsonl") ? JSON_LINES : FOLDERS;
        }
    }

    public LabelledData {
        if (path.isBlank()) {
            throw new IllegalArgumentException("A labelled data set needs the path of a folder or file.");
        }
    }
}
