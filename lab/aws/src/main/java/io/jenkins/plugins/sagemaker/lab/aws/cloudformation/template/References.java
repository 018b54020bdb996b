package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what expressions refer to, without evaluating them, and checks that it is there. */
public final class References {

    private final Evaluator evaluator;
    private final Set<Reference> found = new LinkedHashSet<>();

    private References(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /** All references of an expression, in both branches of every Fn::If. */
    public static Collection<Reference> of(Object expression) throws TemplateException {
        return of(expression, null);
    }

    /** The references of an expression that matter under the evaluator's conditions: only the branch taken of every Fn::If. */
    public static Collection<Reference> of(Object expression, Evaluator evaluator) throws TemplateException {
        References references = new References(evaluator);
        references.walk(expression);
        return references.found;
    }

    /** Checks all names that a template uses, whatever the conditions will be. */
    static void check(Template template) throws TemplateException {
        Set<String> resources = template.resources().keySet();
        Set<String> all = new LinkedHashSet<>(template.parameters().keySet());
        all.addAll(PseudoParameters.NAMES);
        for (Object condition : template.conditions().values()) {
            unresolved("Conditions", of(condition), all, Set.of());
        }
        all.addAll(resources);
        for (ResourceDefinition resource : template.resources().values()) {
            known(template, resource.condition(), "Resources");
            Collection<Reference> references = new ArrayList<>(of(resource.properties()));
            resource.dependsOn().forEach(name -> references.add(new Reference(name, null)));
            unresolved("Resources", references, all, resources);
        }
        for (OutputDefinition output : template.outputs().values()) {
            known(template, output.condition(), "Outputs");
            unresolved("Outputs", of(output.value()), all, resources);
            if (output.exportName() != null) {
                unresolved("Outputs", of(output.exportName()), all, resources);
            }
        }
    }

    /** Checks that what exists under the evaluator's conditions refers only to what exists too. */
    public static void check(Template template, Evaluator evaluator) throws TemplateException {
        Set<String> absent = new TreeSet<>();
        for (ResourceDefinition resource : template.resources().values()) {
            if (!evaluator.holds(resource.condition())) {
                absent.add(resource.logicalId());
            }
        }
        for (ResourceDefinition resource : template.resources().values()) {
            if (!absent.contains(resource.logicalId())) {
                refuseAbsent("Resources", of(resource.properties(), evaluator), absent);
            }
        }
        for (OutputDefinition output : template.outputs().values()) {
            if (evaluator.holds(output.condition())) {
                refuseAbsent("Outputs", of(output.value(), evaluator), absent);
            }
        }
    }

    private static void refuseAbsent(String block, Collection<Reference> references, Set<String> absent)
            throws TemplateException {
        List<String> missing = references.stream()
                .map(Reference::name)
                .filter(absent::contains)
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            throw unresolvedIn(block, missing);
        }
    }

    private static void unresolved(
            String block, Collection<Reference> references, Set<String> all, Set<String> resources)
            throws TemplateException {
        List<String> missing = new ArrayList<>();
        for (Reference reference : references) {
            if (reference.attribute() != null && !resources.contains(reference.name())) {
                throw new TemplateException(
                        "Template error: instance of Fn::GetAtt references undefined resource " + reference.name());
            }
            if (!all.contains(reference.name())) {
                missing.add(reference.name());
            }
        }
        if (!missing.isEmpty()) {
            throw unresolvedIn(block, missing);
        }
    }

    private static TemplateException unresolvedIn(String block, List<String> missing) {
        return new TemplateException("Template format error: Unresolved resource dependencies " + missing + " in the "
                + block + " block of the template");
    }

    private static void known(Template template, String condition, String block) throws TemplateException {
        if (condition != null && !template.conditions().containsKey(condition)) {
            throw new TemplateException("Template format error: Unresolved condition dependency " + condition
                    + " in the " + block + " block of the template");
        }
    }

    private void walk(Object expression) throws TemplateException {
        if (expression instanceof List<?> list) {
            for (Object item : list) {
                walk(item);
            }
        } else if (expression instanceof Map<?, ?> map) {
            if (map.size() == 1) {
                Map.Entry<?, ?> only = map.entrySet().iterator().next();
                function(only.getKey().toString(), only.getValue());
            } else {
                walk(new ArrayList<>(map.values()));
            }
        }
    }

    private void function(String name, Object argument) throws TemplateException {
        switch (name) {
            case "Ref" -> found.add(new Reference(String.valueOf(argument), null));
            case "Fn::GetAtt" -> {
                List<String> parts = getAtt(argument);
                found.add(new Reference(parts.get(0), parts.get(1)));
            }
            case "Fn::Sub" -> sub(argument);
            case "Fn::If" -> choose(argument);
            default -> walk(argument);
        }
    }

    private void choose(Object argument) throws TemplateException {
        if (evaluator != null && argument instanceof List<?> parts && parts.size() == 3) {
            walk(parts.get(evaluator.condition(String.valueOf(parts.get(0))) ? 1 : 2));
        } else {
            walk(argument);
        }
    }

    private void sub(Object argument) throws TemplateException {
        Map<?, ?> own = argument instanceof List<?> list && list.size() == 2 && list.get(1) instanceof Map<?, ?> map
                ? map
                : Map.of();
        Object text = argument instanceof List<?> list && !list.isEmpty() ? list.get(0) : argument;
        for (SubText.Piece piece : SubText.pieces(String.valueOf(text))) {
            if (piece.variable() && !own.containsKey(piece.text())) {
                int dot = piece.text().indexOf('.');
                found.add(
                        dot < 0
                                ? new Reference(piece.text(), null)
                                : new Reference(
                                        piece.text().substring(0, dot),
                                        piece.text().substring(dot + 1)));
            }
        }
        walk(new ArrayList<>(own.values()));
    }

    /** Logical id and attribute of an Fn::GetAtt, which may be written as a list or with a dot. */
    static List<String> getAtt(Object argument) throws TemplateException {
        if (argument instanceof String path && path.indexOf('.') > 0) {
            int dot = path.indexOf('.');
            return List.of(path.substring(0, dot), path.substring(dot + 1));
        }
        if (argument instanceof List<?> list
                && list.size() >= 2
                && list.stream().allMatch(part -> part instanceof String)) {
            List<String> rest =
                    list.subList(1, list.size()).stream().map(Object::toString).toList();
            return List.of(list.get(0).toString(), String.join(".", rest));
        }
        throw new TemplateException(
                "Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and"
                        + " the resource attribute");
    }
}
