package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.XmlBody;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/** The forms of S3's answers: documents, dates, owners. */
final class S3Reply {

    static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter XML_DATE = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private S3Reply() {}

    static Reply xml(String root, Consumer<XmlBody> content) {
        return Reply.of(200, "application/xml", XmlBody.document(root, NAMESPACE, content));
    }

    static String httpDate(Instant instant) {
        return HTTP_DATE.format(instant);
    }

    static Instant parseHttpDate(String date) {
        return HTTP_DATE.parse(date, Instant::from);
    }

    static String xmlDate(Instant instant) {
        return XML_DATE.format(instant);
    }

    /** The canonical user id of an account. AWS's is not derived from the account's number; this one is. */
    static String canonicalId(String account) {
        return Digests.sha256Hex(account.getBytes(StandardCharsets.UTF_8));
    }

    static void owner(XmlBody xml, String element, String account) {
        xml.nested(element, owner -> owner.element("ID", canonicalId(account)));
    }

    static Reply acl(String account) {
        String grantee =
                "<Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"CanonicalUser\"><ID>"
                        + canonicalId(account) + "</ID></Grantee>";
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<AccessControlPolicy xmlns=\"" + NAMESPACE
                + "\"><Owner><ID>"
                + canonicalId(account) + "</ID></Owner><AccessControlList><Grant>" + grantee
                + "<Permission>FULL_CONTROL</Permission></Grant></AccessControlList></AccessControlPolicy>";
        return Reply.of(200, "application/xml", body);
    }
}
