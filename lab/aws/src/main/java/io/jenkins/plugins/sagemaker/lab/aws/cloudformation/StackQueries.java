package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.query.Members;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryForm;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryService;
import java.util.ArrayList;
import java.util.List;

/** CloudFormation's operations that show stacks. */
final class StackQueries {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CloudFormation cloudFormation;

    StackQueries(CloudFormation cloudFormation) {
        this.cloudFormation = cloudFormation;
    }

    /** An operation on the stacks of a region, called under its lock. */
    @FunctionalInterface
    private interface Query {
        Members answer(StackRegion region, QueryForm form) throws AwsError;
    }

    void addTo(QueryService service) {
        service.on("DescribeStacks", locked(this::describe))
                .on("ListStacks", locked(this::list))
                .on("DescribeStackEvents", locked(this::events))
                .on("DescribeStackResource", locked(this::resource))
                .on("DescribeStackResources", locked(this::resources))
                .on("ListStackResources", locked(this::listResources))
                .on("ListExports", locked(this::exports))
                .on("ListImports", locked(this::imports));
    }

    private QueryService.Operation locked(Query query) {
        return (call, form) -> {
            StackRegion region = cloudFormation.region(call);
            synchronized (region) {
                return query.answer(region, form);
            }
        };
    }

    private Members describe(StackRegion region, QueryForm form) throws AwsError {
        if (form.text("StackName") != null) {
            return Members.of("Stacks", List.of(StackViews.stack(region.described(Names.stackOrId(form)))));
        }
        Page<Stack> page = Page.of(
                form, region.all().stream().filter(stack -> !stack.isDeleted()).toList());
        return Members.of("Stacks", page.items().stream().map(StackViews::stack).toList())
                .and("NextToken", page.nextToken());
    }

    private Members list(StackRegion region, QueryForm form) throws AwsError {
        List<String> filter = form.texts("StackStatusFilter");
        Page<Stack> page = Page.of(
                form,
                region.all().stream()
                        .filter(stack -> filter.isEmpty() || filter.contains(stack.status.name()))
                        .toList());
        return Members.of(
                        "StackSummaries",
                        page.items().stream().map(StackViews::summary).toList())
                .and("NextToken", page.nextToken());
    }

    private Members events(StackRegion region, QueryForm form) throws AwsError {
        Stack stack = region.get(Names.stackOrId(form));
        Page<StackEvent> page = Page.newestFirst(form, stack.events);
        return Members.of(
                        "StackEvents",
                        page.items().stream()
                                .map(event -> StackViews.event(stack, event))
                                .toList())
                .and("NextToken", page.nextToken());
    }

    private Members resource(StackRegion region, QueryForm form) throws AwsError {
        Stack stack = region.get(Names.stackOrId(form));
        String id = form.required("LogicalResourceId");
        StackResource resource = stack.resources.get(id);
        if (resource == null) {
            throw QueryForm.invalid("Resource " + id + " does not exist for stack " + stack.name);
        }
        try {
            String metadata = JSON.writeValueAsString(resource.metadata);
            return Members.of("StackResourceDetail", StackViews.resourceDetail(stack, resource, metadata));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The metadata of a resource cannot be written as JSON.", e);
        }
    }

    private Members resources(StackRegion region, QueryForm form) throws AwsError {
        String physicalId = form.text("PhysicalResourceId");
        String logicalId = form.text("LogicalResourceId");
        Stack stack = physicalId == null ? region.described(Names.stackOrId(form)) : owner(region, physicalId);
        return Members.of(
                "StackResources",
                stack.resources.values().stream()
                        .filter(resource -> logicalId == null || resource.logicalId.equals(logicalId))
                        .map(resource -> StackViews.resource(stack, resource))
                        .toList());
    }

    private static Stack owner(StackRegion region, String physicalId) throws AwsError {
        return region.all().stream()
                .filter(stack ->
                        stack.resources.values().stream().anyMatch(resource -> physicalId.equals(resource.physicalId)))
                .findFirst()
                .orElseThrow(() -> QueryForm.invalid("Stack for " + physicalId + " does not exist"));
    }

    private Members listResources(StackRegion region, QueryForm form) throws AwsError {
        Stack stack = region.described(Names.stackOrId(form));
        Page<StackResource> page = Page.of(form, new ArrayList<>(stack.resources.values()));
        return Members.of(
                        "StackResourceSummaries",
                        page.items().stream().map(StackViews::resourceSummary).toList())
                .and("NextToken", page.nextToken());
    }

    private Members exports(StackRegion region, QueryForm form) throws AwsError {
        List<Members> exports = new ArrayList<>();
        region.exporters()
                .forEach((name, stack) -> stack.outputs.stream()
                        .filter(output -> name.equals(output.exportName()))
                        .forEach(output -> exports.add(Members.of("ExportingStackId", stack.id)
                                .and("Name", name)
                                .and("Value", output.value()))));
        Page<Members> page = Page.of(form, exports);
        return Members.of("Exports", page.items()).and("NextToken", page.nextToken());
    }

    private Members imports(StackRegion region, QueryForm form) throws AwsError {
        String export = form.required("ExportName");
        List<String> importers = region.importers(export);
        if (importers.isEmpty()) {
            throw QueryForm.invalid("Export '" + export + "' is not imported by any stack.");
        }
        Page<String> page = Page.of(form, importers);
        return Members.of("Imports", page.items()).and("NextToken", page.nextToken());
    }
}
