package io.jenkins.plugins.sagemaker.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The AWS accounts that own the registries of SageMaker's own images. */
final class RegistryAccounts {

    private static final RegistryAccounts KNOWN = read();

    private final Map<String, Map<String, String>> byFamilyAndRegion = new LinkedHashMap<>();
    private final Set<String> regions = new TreeSet<>();

    private RegistryAccounts() {}

    static RegistryAccounts known() {
        return KNOWN;
    }

    /** Region to account. */
    Map<String, String> of(String family) {
        return byFamilyAndRegion.get(family);
    }

    /** All regions that any image is in. */
    Set<String> regions() {
        return regions;
    }

    private static RegistryAccounts read() {
        var accounts = new RegistryAccounts();
        List<List<String>> table = Tables.rows("image-accounts.tsv")
                .map(row -> Arrays.asList(row.split("\t")))
                .toList();
        List<String> families = table.get(0);
        for (List<String> row : table.subList(1, table.size())) {
            accounts.regions.add(row.get(0));
            for (int i = 1; i < families.size(); i++) {
                var family = accounts.byFamilyAndRegion.computeIfAbsent(families.get(i), f -> new LinkedHashMap<>());
                if (!row.get(i).equals("-")) {
                    family.put(row.get(0), row.get(i));
                }
            }
        }
        return accounts;
    }
}
