package io.jenkins.plugins.sagemaker.lab.aws.query;

import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.XmlBody;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;

/** Writes answers of the query protocol: structures as elements, lists as {@code member}, maps as {@code entry}. */
final class QueryXml {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private QueryXml() {}

    /** @param result the answer's members, or null for an operation that answers nothing */
    static Reply reply(String namespace, Call call, Members result) {
        String body = XmlBody.document(call.operation() + "Response", namespace, xml -> {
            if (result != null) {
                write(xml, call.operation() + "Result", result);
            }
            write(xml, "ResponseMetadata", Members.of("RequestId", call.requestId()));
        });
        return Reply.of(200, "text/xml", body);
    }

    private static void write(XmlBody xml, String name, Object value) {
        if (value instanceof Members members) {
            xml.nested(name, inner -> members.values().forEach((key, item) -> write(inner, key, item)));
        } else if (value instanceof Members.Entries entries) {
            xml.nested(
                    name,
                    inner -> entries.values()
                            .forEach((key, item) ->
                                    write(inner, "entry", Members.of("key", key).and("value", item))));
        } else if (value instanceof Collection<?> list) {
            xml.nested(name, inner -> list.forEach(item -> write(inner, "member", item)));
        } else {
            xml.element(name, value instanceof Instant time ? TIME.format(time) : readable(value.toString()));
        }
    }

    /** XML 1.0 has no way to write most control characters. */
    private static String readable(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "?");
    }
}
