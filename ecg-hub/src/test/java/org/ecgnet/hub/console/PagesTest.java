package org.ecgnet.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.console.web.ContentSecurityPolicy;
import org.ecgnet.hub.console.web.PageFiles;
import org.ecgnet.triage.TriageRule;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final Path CONSOLE = Path.of("src/main/resources/console");
    private static final Pattern LITERAL_KEY = Pattern.compile("\\bt\\(\\s*'([^']+)'");

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        JsonObject chinese = words("zh-CN");
        JsonObject english = words("en");

        assertThat(new TreeSet<>(chinese.fieldNames())).isEqualTo(new TreeSet<>(english.fieldNames()));
    }

    @Test
    void bothLanguagesFillTheSameSlots() throws IOException {
        JsonObject english = words("en");
        for (Map.Entry<String, Object> word : words("zh-CN")) {
            assertThat(slots(english.getString(word.getKey())))
                    .as(word.getKey())
                    .isEqualTo(slots((String) word.getValue()));
        }
    }

    @Test
    void everyWordThatThePagesAskForIsThere() throws IOException {
        TreeSet<String> asked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CONSOLE)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".js")).toList()) {
                LITERAL_KEY
                        .matcher(Files.readString(file))
                        .results()
                        .map(hit -> hit.group(1))
                        .forEach(asked::add);
            }
        }

        assertThat(asked).hasSizeGreaterThan(50);
        assertThat(words("zh-CN").fieldNames()).containsAll(asked);
    }

    @Test
    void everyActionOfTheAuditAndEveryCriticalRuleHasItsWords() throws IOException {
        TreeSet<String> keys = new TreeSet<>();
        for (AuditAction action : AuditAction.values()) {
            keys.add("audit." + action);
        }
        ServiceLoader.load(TriageRule.class).stream()
                .map(rule -> rule.get().id())
                .filter(id -> id.startsWith("R"))
                .forEach(id -> keys.add("finding." + id));

        assertThat(keys).contains("finding.R01", "finding.R27");
        assertThat(words("zh-CN").fieldNames()).containsAll(keys);
        for (String key : keys) {
            assertThat(words("en").getString(key)).as(key).hasSizeBetween(3, 40);
            assertThat(words("zh-CN").getString(key)).as(key).hasSizeBetween(2, 16);
        }
    }

    @Test
    void everyEventThatTheHubTellsIsListenedTo() throws IOException {
        String hub = Files.readString(
                Path.of("src", "main", "java", "org", "ecgnet", "hub", "console", "live", "EventStream.java"));
        String names = hub.substring(hub.indexOf("String name(HubEvent"), hub.indexOf("> data(HubEvent"));
        String page = Files.readString(CONSOLE.resolve("feed.js"));

        TreeSet<String> told = Pattern.compile("return \"([a-z-]+)\"")
                .matcher(names)
                .results()
                .map(found -> found.group(1))
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
        assertThat(told).contains("reading", "marks", "worklist", "site").allSatisfy(name -> assertThat(page)
                .contains("'" + name + "'"));
    }

    @Test
    void theImportMapNamesFilesThatAreThere() {
        String page = PageFiles.startPage();
        int from = page.indexOf("{\"imports\"");
        JsonObject imports =
                new JsonObject(page.substring(from, page.indexOf("</script>", from))).getJsonObject("imports");
        assertThat(imports.fieldNames()).contains("lit", "lit/", "@lit/reactive-element");
        for (Map.Entry<String, Object> entry : imports) {
            String path =
                    "/META-INF/resources" + entry.getValue() + (entry.getKey().endsWith("/") ? "package.json" : "");
            assertThat(PagesTest.class.getResource(path))
                    .as(entry.getKey() + " at " + path)
                    .isNotNull();
        }
    }

    @Test
    void thePolicyAllowsNothingInlineButTheImportMap() {
        String policy = ContentSecurityPolicy.of(
                "<script type=\"importmap\">{}</script><script type=\"module\" src=\"/app.js\"></script>");

        assertThat(policy)
                .startsWith("default-src 'none'; ")
                .contains("script-src 'self' 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o='; ")
                .contains("require-trusted-types-for 'script'; trusted-types lit-html")
                .doesNotContain("unsafe");
    }

    @Test
    void noPageHasAnInlineHandlerOrStyle() throws IOException {
        try (Stream<Path> files = Files.walk(CONSOLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContainPattern("\\son(click|load|error|input|change)=\"")
                        .doesNotContainPattern("\\sstyle=[\"$]")
                        .doesNotContain("innerHTML")
                        .doesNotContain("unsafeHTML");
            }
        }
    }

    /** Those of every page, and those of the sets that some pages fetch. */
    private static JsonObject words(String language) throws IOException {
        var words = new JsonObject();
        try (Stream<Path> files = Files.list(CONSOLE.resolve("messages"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(language + ".json"))
                    .sorted()
                    .toList()) {
                var part = new JsonObject(Files.readString(file));
                assertThat(words.fieldNames()).as(file.toString()).doesNotContainAnyElementsOf(part.fieldNames());
                words.mergeIn(part);
            }
        }
        return words;
    }

    private static TreeSet<String> slots(String words) {
        TreeSet<String> slots = new TreeSet<>();
        Pattern.compile("\\{\\w+}")
                .matcher(words)
                .results()
                .map(MatchResult::group)
                .forEach(slots::add);
        return slots;
    }
}
