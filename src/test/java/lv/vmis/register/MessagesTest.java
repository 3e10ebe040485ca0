package lv.vmis.register;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lv.vmis.register.edge.Environment;
import lv.vmis.register.edge.Menu;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.RefusalCode;
import lv.vmis.register.kernel.Right;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.support.Sources;
import org.junit.jupiter.api.Test;

/** Every text is there in every language, is used, and stands in a message file and nowhere else. */
class MessagesTest {

    private static final Path FOLDER = Sources.RESOURCES.resolve("messages");
    private static final Map<Language, Map<String, String>> TEXTS = new HashMap<>();
    private static final Map<Path, String> JAVA = Sources.texts(Sources.ROOT, ".java");
    private static final Map<Path, String> TEMPLATES = Sources.texts(Sources.TEMPLATES, ".jte");

    static {
        for (var language : Language.values()) {
            TEXTS.put(language, read(language));
        }
    }

    @Test
    void both_languages_have_the_same_keys_with_the_same_places() {
        var latvian = texts(Language.LV);
        var english = texts(Language.EN);

        assertThat(latvian).hasSizeGreaterThanOrEqualTo(100);
        assertThat(latvian.keySet().stream().filter(key -> !english.containsKey(key)))
                .as("not in English")
                .isEmpty();
        assertThat(english.keySet().stream().filter(key -> !latvian.containsKey(key)))
                .as("not in Latvian")
                .isEmpty();
        assertThat(latvian.keySet())
                .allSatisfy(key -> assertThat(places(english, key)).as(key).isEqualTo(places(latvian, key)));
    }

    @Test
    void no_text_is_empty_or_twice_in_its_files() {
        for (var language : Language.values()) {
            assertThat(texts(language))
                    .allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
            var keys = files(language).stream()
                    .flatMap(file -> Sources.text(file).lines())
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.replaceFirst("[=:].*", "").strip())
                    .toList();
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    /** In Latvian 10, 11 and 20 are counted as 0 is: none of them is nothing. */
    @Test
    void what_is_counted_as_nought_names_its_number() {
        var nought = Pattern.compile("zero \\{([^{}]*(?:\\{[^{}]*\\})?[^{}]*)\\}");

        assertThat(texts(Language.LV).entrySet().stream()
                        .filter(text -> nought.matcher(text.getValue()).find()))
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(text -> assertThat(
                                nought.matcher(text.getValue()).results().map(branch -> branch.group(1)))
                        .as(text.getKey())
                        .allMatch(branch -> branch.contains("#") || branch.contains("{")));
    }

    @Test
    void every_refusal_has_its_text() {
        var codes = Sources.classes().stream()
                .filter(type -> type.isEnum() && RefusalCode.class.isAssignableFrom(type))
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(RefusalCode.class::cast)
                .toList();

        assertThat(codes).hasSizeGreaterThanOrEqualTo(11);
        assertThat(codes.stream()
                        .map(RefusalCode::key)
                        .filter(key -> !texts(Language.LV).containsKey(key)))
                .isEmpty();
    }

    @Test
    void roles_rights_environments_and_menus_have_names() {
        var keys = Stream.of(
                        Arrays.stream(Role.values()).map(role -> "role." + role),
                        Arrays.stream(Right.values()).map(right -> "right." + right),
                        // Production has no strip that says so.
                        Arrays.stream(Environment.values())
                                .filter(environment -> environment != Environment.PRODUCTION)
                                .map(environment -> "environment." + environment),
                        Menu.ITEMS.stream().map(Menu.Item::key))
                .flatMap(each -> each)
                .toArray(String[]::new);

        assertThat(keys).hasSizeGreaterThanOrEqualTo(24);
        assertThat(Arrays.stream(keys).filter(key -> !texts(Language.LV).containsKey(key)))
                .isEmpty();
    }

    @Test
    void every_text_that_is_asked_for_exists() {
        var asked = new TreeSet<String>();
        var lists = new TreeSet<String>();
        Stream.concat(JAVA.values().stream(), TEMPLATES.values().stream()).forEach(text -> {
            ASKED.matcher(text).results().map(found -> found.group(1)).forEach(asked::add);
            LISTS.matcher(text).results().map(found -> found.group(1) + ".").forEach(lists::add);
        });

        assertThat(asked).hasSizeGreaterThanOrEqualTo(40);
        assertThat(lists).hasSizeGreaterThanOrEqualTo(2);
        assertThat(asked.stream().filter(key -> !texts(Language.LV).containsKey(key)))
                .isEmpty();
        assertThat(lists.stream()
                        .filter(list -> texts(Language.LV).keySet().stream().noneMatch(key -> key.startsWith(list))))
                .isEmpty();
    }

    @Test
    void every_text_is_used() {
        var literals = new TreeSet<String>();
        var prefixes = new TreeSet<String>();
        Stream.concat(JAVA.values().stream(), TEMPLATES.values().stream()).forEach(text -> {
            LITERAL.matcher(text).results().map(found -> found.group(1)).forEach(literals::add);
            PREFIX.matcher(text).results().map(found -> found.group(1)).forEach(prefixes::add);
            LISTS.matcher(text).results().map(found -> found.group(1) + ".").forEach(prefixes::add);
        });
        var refusals = Sources.classes().stream()
                .filter(type -> type.isEnum() && RefusalCode.class.isAssignableFrom(type))
                .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                .map(code -> ((RefusalCode) code).key())
                .collect(toSet());

        assertThat(prefixes).contains("problem.", "role.");
        assertThat(texts(Language.LV).keySet().stream()
                        .filter(key -> !literals.contains(key) && !refusals.contains(key))
                        .filter(key -> prefixes.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    @Test
    void whatever_the_journal_keeps_has_a_name() {
        var acts = Sources.classes().stream()
                .filter(type -> type.isAnnotationPresent(Action.class))
                .map(type -> "act." + type.getSimpleName())
                .toList();
        var looks = JAVA.values().stream()
                .flatMap(text -> LOOKS.matcher(text).results())
                .map(found -> "look." + (found.group(1) == null ? found.group(2) : found.group(1)))
                .toList();

        assertThat(acts).hasSizeGreaterThanOrEqualTo(21);
        assertThat(looks).hasSizeGreaterThanOrEqualTo(20);
        assertThat(Stream.concat(acts.stream(), looks.stream())
                        .filter(key -> !texts(Language.LV).containsKey(key)))
                .isEmpty();
    }

    @Test
    void templates_have_no_text_of_their_own() {
        // Printed documents are Latvian by law and have no second language.
        var pages = TEMPLATES.entrySet().stream()
                .filter(page -> !page.getKey().startsWith(Sources.TEMPLATES.resolve("document")))
                .toList();
        var bare = new ArrayList<String>();
        for (var page : pages) {
            bareText(page.getValue()).forEach(text -> bare.add(page.getKey() + ": " + text));
        }

        assertThat(pages).hasSizeGreaterThanOrEqualTo(11);
        assertThat(bare).isEmpty();
    }

    @Test
    void bare_text_would_be_noticed() {
        assertThat(bareText("@param Frame f\n<p class=\"x\">Labdien, ${f.t(\"a\")}</p>"))
                .containsExactly("Labdien,");
        assertThat(bareText("@template.layout.page(f = f, content = @`<p>Sveiki</p>@template.a.b(x = @`<i>hi</i>`)`)"))
                .containsExactly("Sveiki", "hi");
        assertThat(bareText("<button title=\"Meklēt\"></button>")).hasSize(1);
        assertThat(bareText("<p>${yes ? \"Jā, protams\" : \"\"}</p>")).hasSize(1);
        assertThat(bareText("@if(a > b)\n<p class=\"${a > b ? \"big\" : \"\"}\">${f.t(\"a\")} – 1</p>\n@endif"))
                .isEmpty();
    }

    private static final Pattern ASKED =
            Pattern.compile("(?:\\bf|frame|frames?\\([^)]*\\))\\.t\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern LISTS = Pattern.compile("\\.name\\(\\s*\"([^\"]+)\"\\s*,");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9_.-]*)\"");
    private static final Pattern PREFIX = Pattern.compile("\"([a-z][A-Za-z0-9-]*\\.(?:[A-Za-z0-9-]+[.-])*)\"\\s*\\+");
    private static final Pattern LOOKS = Pattern.compile(
            "\\b(?:(?:at|searching)\\(\\s*by|look\\((?:\\s*by)?),?\\s*\"([a-z.-]+)\",|\\bOPERATION = \"([a-z.-]+)\"");
    private static final Pattern SPOKEN =
            Pattern.compile("\\b(?:title|placeholder|aria-label|alt|summary)=\"([^\"]*\\p{L}[^\"]*)\"");

    /** A key on the keyboard, named beside what it does; the same in every language. */
    private static final Pattern KEY = Pattern.compile("(?:Ctrl\\+)?(?:Enter|Esc|[a-z])");

    private static final Pattern WORDS = Pattern.compile("\\p{L}+[^<>@\\n]*");

    /** What a user would read that comes from the template itself. */
    private static List<String> bareText(String template) {
        var found = new ArrayList<String>();
        var literals = Pattern.compile("\"([^\"]*)\"").matcher(template);
        while (literals.find()) {
            if (literals.group(1).codePoints().anyMatch(letter -> letter > 127 && Character.isLetter(letter))) {
                found.add(literals.group(1));
            }
        }
        var markup = withoutCode(template);
        SPOKEN.matcher(markup).results().map(hit -> hit.group(1)).forEach(found::add);
        var text = markup.replaceAll("(?s)<%--.*?--%>|<!--.*?-->", "")
                // Names of keys on the keyboard are the same in every language.
                .replaceAll("(?s)<(kbd|code|script|style)[^>]*>.*?</\\1>", "")
                .replaceAll("(?s)<[^>]*>", "\n")
                .replaceAll("&[a-z]+;", " ");
        WORDS.matcher(text).results().map(hit -> hit.group().strip()).forEach(found::add);
        found.removeIf(word -> KEY.matcher(word).matches());
        return found.stream().distinct().collect(toCollection(ArrayList::new));
    }

    /** The template without its directives and expressions; parentheses and braces are counted, not guessed. */
    private static String withoutCode(String template) {
        var kept = new StringBuilder();
        var at = 0;
        while (at < template.length()) {
            if (template.startsWith("@import", at) || template.startsWith("@param", at)) {
                at = endOfLine(template, at);
            } else if (template.startsWith("${", at) || template.startsWith("!{", at)) {
                at = close(template, at + 1, '{', '}');
            } else if (template.startsWith("$unsafe{", at)) {
                at = close(template, at + 7, '{', '}');
            } else if (DIRECTIVE.matcher(template).region(at, template.length()).lookingAt()) {
                var word = at + 1;
                while (word < template.length()
                        && (Character.isLetterOrDigit(template.charAt(word)) || template.charAt(word) == '.')) {
                    word++;
                }
                var isCall = template.startsWith("@template", at);
                if (word < template.length() && template.charAt(word) == '(') {
                    var end = close(template, word, '(', ')');
                    if (isCall) {
                        // Content given to another template is a template too.
                        contents(template.substring(word, end)).forEach(content -> kept.append(withoutCode(content)));
                    }
                    at = end;
                } else {
                    at = word;
                }
            } else {
                kept.append(template.charAt(at++));
            }
        }
        return kept.toString();
    }

    private static final Pattern DIRECTIVE =
            Pattern.compile("@(?:template|if|elseif|else|endif|for|endfor|raw|endraw)\\b");
    /** The outermost blocks of content among the arguments of a template. */
    private static List<String> contents(String arguments) {
        var found = new ArrayList<String>();
        var depth = 0;
        var from = 0;
        for (var at = 0; at < arguments.length(); at++) {
            if (arguments.startsWith("@`", at)) {
                if (depth++ == 0) {
                    from = at + 2;
                }
                at++;
            } else if (arguments.charAt(at) == '`' && --depth == 0) {
                found.add(arguments.substring(from, at));
            }
        }
        return found;
    }

    private static int endOfLine(String text, int from) {
        var end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static int close(String text, int from, char opens, char closes) {
        var depth = 0;
        var quoted = false;
        var content = 0;
        for (var at = from; at < text.length(); at++) {
            var character = text.charAt(at);
            if (text.startsWith("@`", at)) {
                content++;
                at++;
            } else if (character == '`') {
                content--;
            } else if (content > 0) {
                continue;
            } else if (character == '"' && text.charAt(at - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && character == opens) {
                depth++;
            } else if (!quoted && character == closes && --depth == 0) {
                return at + 1;
            }
        }
        return text.length();
    }

    private static Map<String, String> texts(Language language) {
        return Objects.requireNonNull(TEXTS.get(language));
    }

    private static Set<String> places(Map<String, String> texts, String key) {
        // Compiling is half of the test: a pattern with a stray brace throws.
        return new MessageFormat(Objects.requireNonNull(texts.get(key))).getArgumentNames();
    }

    private static List<Path> files(Language language) {
        return Sources.files(FOLDER, "_" + language.tag() + ".properties");
    }

    private static Map<String, String> read(Language language) {
        var texts = new HashMap<String, String>();
        for (var file : files(language)) {
            var properties = new Properties();
            try {
                properties.load(new StringReader(Sources.text(file)));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        }
        return texts;
    }
}
