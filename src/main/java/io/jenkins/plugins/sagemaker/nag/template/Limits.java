package io.jenkins.plugins.sagemaker.nag.template;

/**
 * What a template may cost before it is refused. CloudFormation itself takes at most 1 MB and 500 resources, so no
 * template that can be deployed comes near these.
 *
 * @param characters length of the text; the YAML reader needs time by the square of a single scalar's length
 * @param depth nesting of maps and lists
 * @param values number of values once every alias is written out, 64 characters of text counting as one more
 * @param resources entries of {@code Resources}
 */
public record Limits(int characters, int depth, int values, int resources) {
    public static final Limits DEFAULT = new Limits(1_500_000, 300, 400_000, 2_000);
}
