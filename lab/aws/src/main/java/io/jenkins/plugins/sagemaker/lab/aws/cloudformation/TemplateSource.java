package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.Template;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.TemplateException;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryForm;
import io.jenkins.plugins.sagemaker.lab.aws.s3.ObjectStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the template of a request: in its body, in the local S3, or in the stack as it is. */
final class TemplateSource {

    /** Quotas of CloudFormation: bytes of a template in the request itself, and from S3. */
    private static final int BODY_LIMIT = 51_200;

    private static final int URL_LIMIT = 1024 * 1024;
    private static final Pattern BUCKET_IN_HOST = Pattern.compile("(.+)\\.s3[.-].*");

    /** S3's addresses, and this machine's, which stands for them here. */
    private static final Pattern S3_HOST = Pattern.compile("(.+\\.)?(s3[.-].*|s3|localhost|127\\.0\\.0\\.1)");

    private static final String MORE =
            "\nFor more information check http://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html";

    private final ObjectStore objects;

    TemplateSource(ObjectStore objects) {
        this.objects = objects;
    }

    /** @param previous the stack's template, or null if it has none */
    Template read(QueryForm form, Template previous) throws AwsError {
        String body = form.text("TemplateBody");
        String url = form.text("TemplateURL");
        boolean usePrevious = form.flag("UsePreviousTemplate");
        int given = (body == null ? 0 : 1) + (url == null ? 0 : 1) + (usePrevious ? 1 : 0);
        if (given != 1) {
            throw QueryForm.invalid(
                    given == 0
                            ? "Either Template URL or Template Body must be specified."
                            : "Specify only one of TemplateBody, TemplateURL and UsePreviousTemplate.");
        }
        if (usePrevious) {
            if (previous == null) {
                throw QueryForm.invalid("UsePreviousTemplate cannot be used with a stack that has no template.");
            }
            return previous;
        }
        return parse(body == null ? download(url) : checked(body));
    }

    static Template parse(String body) throws AwsError {
        try {
            Template template = Template.parse(body);
            TemplateChecks.check(template);
            return template;
        } catch (TemplateException e) {
            throw QueryForm.invalid(e.getMessage());
        }
    }

    private static String checked(String body) throws AwsError {
        if (body.isEmpty() || body.getBytes(StandardCharsets.UTF_8).length > BODY_LIMIT) {
            throw QueryForm.invalid(
                    "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must"
                            + " have length "
                            + (body.isEmpty() ? "greater than or equal to 1" : "less than or equal to " + BODY_LIMIT));
        }
        return body;
    }

    private String download(String url) throws AwsError {
        URI address;
        try {
            address = new URI(url);
        } catch (URISyntaxException e) {
            throw QueryForm.invalid("TemplateURL must be a supported URL.");
        }
        if (address.getHost() == null
                || address.getPath() == null
                || !String.valueOf(address.getScheme()).matches("https?")
                || !S3_HOST.matcher(address.getHost()).matches()) {
            throw QueryForm.invalid("TemplateURL must be a supported URL.");
        }
        Matcher host = BUCKET_IN_HOST.matcher(address.getHost());
        String path = address.getPath().replaceFirst("^/+", "");
        int slash = path.indexOf('/');
        String bucket = host.matches() ? host.group(1) : slash < 0 ? path : path.substring(0, slash);
        String key = host.matches() ? path : slash < 0 ? "" : path.substring(slash + 1);
        if (!objects.hasBucket(bucket)) {
            throw QueryForm.invalid("S3 error: The specified bucket does not exist" + MORE);
        }
        byte[] content = objects.get(bucket, key)
                .orElseThrow(() -> QueryForm.invalid("S3 error: The specified key does not exist." + MORE))
                .content();
        if (content.length > URL_LIMIT) {
            throw QueryForm.invalid("Template may not exceed " + URL_LIMIT + " bytes in size.");
        }
        return new String(content, StandardCharsets.UTF_8);
    }
}
