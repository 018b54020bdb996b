package io.jenkins.plugins.sagemaker.lab.aws.sns;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.query.Members;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryForm;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** SNS's operations. */
final class SnsOperations {

    private final Sns sns;

    SnsOperations(Sns sns) {
        this.sns = sns;
    }

    void addTo(QueryService service) {
        service.on("CreateTopic", this::create)
                .on("ListTopics", this::list)
                .on("GetTopicAttributes", this::attributes)
                .on("SetTopicAttributes", this::setAttribute)
                .on("DeleteTopic", this::delete)
                .on("Subscribe", this::subscribe)
                .on("Unsubscribe", this::unsubscribe)
                .on(
                        "ListSubscriptions",
                        (call, form) -> subscriptions(region(call).topics()))
                .on(
                        "ListSubscriptionsByTopic",
                        (call, form) -> subscriptions(List.of(region(call).topic(topic(form)))))
                .on("Publish", this::publish)
                .on("TagResource", this::tag)
                .on("UntagResource", this::untag)
                .on("ListTagsForResource", this::tags);
    }

    private Members create(Call call, QueryForm form) throws AwsError {
        String arn = region(call).createTopic(form.required("Name"), form.entries("Attributes"), form.tags("Tags"));
        return Members.of("TopicArn", arn);
    }

    private Members list(Call call, QueryForm form) {
        return Members.of(
                "Topics",
                region(call).topics().stream()
                        .map(topic -> Members.of("TopicArn", topic.arn))
                        .toList());
    }

    private Members attributes(Call call, QueryForm form) throws AwsError {
        SnsRegion region = region(call);
        synchronized (region) {
            Topic topic = region.topic(topic(form));
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("TopicArn", topic.arn);
            attributes.put("Owner", call.account());
            attributes.put("DisplayName", "");
            attributes.putAll(topic.attributes);
            long pending = topic.subscriptions.stream()
                    .filter(Topic.Subscription::pending)
                    .count();
            attributes.put("SubscriptionsPending", Long.toString(pending));
            attributes.put("SubscriptionsConfirmed", Long.toString(topic.subscriptions.size() - pending));
            attributes.put("SubscriptionsDeleted", "0");
            return Members.of("Attributes", new Members.Entries(attributes));
        }
    }

    private Members setAttribute(Call call, QueryForm form) throws AwsError {
        String value = Objects.requireNonNullElse(form.text("AttributeValue"), "");
        region(call).setAttributes(topic(form), Map.of(form.required("AttributeName"), value));
        return null;
    }

    private Members delete(Call call, QueryForm form) throws AwsError {
        region(call).deleteTopic(topic(form));
        return null;
    }

    private Members subscribe(Call call, QueryForm form) throws AwsError {
        String protocol = form.required("Protocol");
        String arn = region(call).subscribe(topic(form), protocol, form.required("Endpoint"));
        boolean pending = protocol.startsWith("email") && !form.flag("ReturnSubscriptionArn");
        return Members.of("SubscriptionArn", pending ? "pending confirmation" : arn);
    }

    private Members unsubscribe(Call call, QueryForm form) throws AwsError {
        region(call).unsubscribe(form.required("SubscriptionArn"));
        return null;
    }

    private static Members subscriptions(List<Topic> topics) {
        List<Members> subscriptions = new ArrayList<>();
        for (Topic topic : topics) {
            for (Topic.Subscription subscription : List.copyOf(topic.subscriptions)) {
                subscriptions.add(Members.of(
                                "SubscriptionArn", subscription.pending() ? "PendingConfirmation" : subscription.arn())
                        .and("Owner", topic.arn.split(":")[4])
                        .and("Protocol", subscription.protocol())
                        .and("Endpoint", subscription.endpoint())
                        .and("TopicArn", topic.arn));
            }
        }
        return Members.of("Subscriptions", subscriptions);
    }

    private Members publish(Call call, QueryForm form) throws AwsError {
        String topic = form.text("TopicArn") == null ? form.required("TargetArn") : form.text("TopicArn");
        String body = Objects.requireNonNullElse(form.text("Message"), "");
        return Members.of("MessageId", region(call).publish(topic, form.text("Subject"), body));
    }

    private Members tag(Call call, QueryForm form) throws AwsError {
        SnsRegion region = region(call);
        synchronized (region) {
            region.topic(form.required("ResourceArn")).tags.putAll(form.tags("Tags"));
        }
        return new Members();
    }

    private Members untag(Call call, QueryForm form) throws AwsError {
        SnsRegion region = region(call);
        synchronized (region) {
            region.topic(form.required("ResourceArn")).tags.keySet().removeAll(form.texts("TagKeys"));
        }
        return new Members();
    }

    private Members tags(Call call, QueryForm form) throws AwsError {
        SnsRegion region = region(call);
        synchronized (region) {
            return Members.of(
                    "Tags",
                    region.topic(form.required("ResourceArn")).tags.entrySet().stream()
                            .map(tag -> Members.of("Key", tag.getKey()).and("Value", tag.getValue()))
                            .toList());
        }
    }

    private SnsRegion region(Call call) {
        return sns.region(call.account(), call.region());
    }

    private static String topic(QueryForm form) throws AwsError {
        return form.required("TopicArn");
    }
}
