package io.jenkins.plugins.sagemaker.lab.aws.tuning;

import java.util.OptionalDouble;

/** A hyperparameter that is searched for, laid out along the unit interval so that equal lengths are tried equally often. */
public sealed interface Dimension permits NumberRange, Categories {

    String name();

    /** @param place from 0 to 1 */
    String valueAt(double place);

    /** Where a value lies; empty if it is none of this dimension. */
    OptionalDouble placeOf(String value);
}
