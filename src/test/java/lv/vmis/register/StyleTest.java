package lv.vmis.register;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.edge.Allow;
import lv.vmis.register.edge.AllowClient;
import lv.vmis.register.edge.Open;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.kernel.Action;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.support.Sources;
import lv.vmis.register.support.SqlConstant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;

/** House rules the compiler cannot hold. Each is also tried on code that breaks it (lv.vmis.broken), so none is blind. */
class StyleTest {

    private static final JavaClasses REGISTER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("lv.vmis.register");
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages("lv.vmis.broken");

    /** A rule, how many things of the register it looks at least at, and the broken class it must name. */
    private record Rule(ArchRule rule, String bites) {
        @Override
        public String toString() {
            return rule.getDescription();
        }
    }

    private static final Set<String> ASKING_CLASSES = SqlConstant.all().stream()
            .map(constant -> constant.type().getName())
            .collect(Collectors.toSet());

    // Naming -------------------------------------------------------------------------------------------------------

    // "Service" alone is the domain's word: a decision is served on a person.
    private static final Rule NAMES = new Rule(
            noClasses()
                    .should()
                    .haveNameMatching(
                            ".*[.$]([A-Za-z]+(Impl|Utils?|Helpers?|Dto|DTO|Service|Manager|Mapper)|Abstract[A-Z]\\w*|(Impl|Utils?|Helpers?|Dto|DTO|Manager|Mapper))")
                    .because("a name is a word of docs/words.md"),
            "BanManager");

    private static final Rule HANDLERS_HIDDEN = new Rule(
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Pages")
                    .or()
                    .haveSimpleNameEndingWith("Api")
                    .should()
                    .notBePublic(),
            "BanPages");

    // Data ---------------------------------------------------------------------------------------------------------

    private static final Rule TRANSACTIONS = new Rule(
            noCodeUnits()
                    .should()
                    .beAnnotatedWith(Transactional.class)
                    .because("@Action carries the transaction; nobody else opens one by annotation"),
            "OpensATransaction");

    private static final Rule TRANSACTION_CLASSES = new Rule(
            classes()
                    .that()
                    .areAnnotatedWith(Transactional.class)
                    .should()
                    .be(Action.class)
                    .allowEmptyShould(true),
            "OpensOneInEachMethod");

    private static final Rule SQL_IN_CONSTANTS = new Rule(
            classes()
                    .that(useJdbc())
                    .should(be(
                            "a class that holds its SQL as constants",
                            type -> ASKING_CLASSES.contains(outermost(type).getName())))
                    .because("all statements about a thing stand in one place, where SqlTest sees them"),
            "AsksWithoutConstant");

    // Wiring and time ------------------------------------------------------------------------------------------------

    private static final Rule NO_FIELD_INJECTION = new Rule(
            fields().should()
                    .notBeAnnotatedWith(Autowired.class)
                    .andShould()
                    .notBeAnnotatedWith(Value.class)
                    .andShould()
                    .notBeAnnotatedWith("jakarta.annotation.Resource")
                    .andShould()
                    .notBeAnnotatedWith("jakarta.inject.Inject"),
            "InjectsAField");

    // On a constructor it only says which of two is meant.
    private static final Rule NO_SETTER_INJECTION =
            new Rule(noMethods().should().beAnnotatedWith(Autowired.class), "InjectsThroughASetter");

    private static final Rule TIME_FROM_THE_CLOCK = new Rule(
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(Ids.class.getName())
                    .should()
                    .accessTargetWhere(asksTheSystemForTime())
                    .because("time comes from the injected Clock; identifiers alone may take the time of the machine"),
            "AsksTheSystemForTheTime");

    private static final Rule PAST_IS_GENERATED = new Rule(
            noClasses()
                    .that(not(resideInAnyPackage("..training..")))
                    .should()
                    .callMethodWhere(describe(
                            "RegisterClock.at",
                            call -> call.getTargetOwner().isEquivalentTo(RegisterClock.class)
                                    && call.getName().equals("at"))),
            "LivesInThePast");

    // Actions and handlers -------------------------------------------------------------------------------------------

    private static final Rule ACTIONS_RECORD = new Rule(
            classes()
                    .that()
                    .areAnnotatedWith(Action.class)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Journal.class)
                    .allowEmptyShould(true),
            "ActsWithoutJournal");

    private static final Rule ACTIONS_RUN = new Rule(
            classes()
                    .that()
                    .areAnnotatedWith(Action.class)
                    .should(be("a class with the one public method run", StyleTest::hasTheOneVerb))
                    .allowEmptyShould(true),
            "ActsByAnotherVerb");

    private static final Rule HANDLERS_NAME_A_RIGHT = new Rule(
            methods()
                    .that()
                    .areMetaAnnotatedWith(RequestMapping.class)
                    .and()
                    .areDeclaredInClassesThat(not(assignableTo(ErrorController.class)))
                    .should(nameOneRight()),
            "NamesNoRight");

    private static final Rule HANDLERS_NAME_ONE_RIGHT = new Rule(HANDLERS_NAME_A_RIGHT.rule(), "NamesTwoRights");

    // Doors that stay shut -------------------------------------------------------------------------------------------

    private static final Rule NO_PROGRAMS = new Rule(
            noClasses()
                    .that()
                    .haveNameNotMatching(".*\\.database\\.EmbeddedPostgres(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(ProcessBuilder.class, Runtime.class),
            "StartsAProgram");

    private static final Rule NO_OBJECT_STREAMS = new Rule(
            // The session library keeps serialised attributes; SessionStore reads them back through an allow-list.
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("lv.vmis.register.edge.SessionStore")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(java.io.ObjectInputStream.class),
            "ReadsObjects");

    private static final Rule NO_NAMING =
            new Rule(noClasses().should().dependOnClassesThat().resideInAPackage("javax.naming.."), "LooksUpNames");

    private static final Rule ONE_LOG = new Rule(
            noClasses()
                    .that()
                    .haveNameNotMatching(".*\\.edge\\.PdfPrinter(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("java.util.logging.."),
            "LogsByItsOwn");

    static Stream<Rule> rules() {
        return Stream.of(
                NAMES,
                HANDLERS_HIDDEN,
                TRANSACTIONS,
                TRANSACTION_CLASSES,
                SQL_IN_CONSTANTS,
                NO_FIELD_INJECTION,
                NO_SETTER_INJECTION,
                TIME_FROM_THE_CLOCK,
                PAST_IS_GENERATED,
                ACTIONS_RECORD,
                ACTIONS_RUN,
                HANDLERS_NAME_A_RIGHT,
                HANDLERS_NAME_ONE_RIGHT,
                NO_PROGRAMS,
                NO_OBJECT_STREAMS,
                NO_NAMING,
                ONE_LOG);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_register_keeps_the_rule(Rule rule) {
        assertThat(REGISTER).hasSizeGreaterThanOrEqualTo(100);
        rule.rule().check(REGISTER);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_notices_code_that_breaks_it(Rule rule) {
        assertThatThrownBy(() -> rule.rule().check(BROKEN)).hasMessageContaining(rule.bites());
    }

    @Test
    void what_the_rules_are_about_is_found() {
        var actions = Sources.texts(Sources.ROOT, ".java").values().stream()
                .filter(text -> Pattern.compile("(?m)^@Action$").matcher(text).find())
                .count();
        assertThat(REGISTER.stream().filter(type -> type.isAnnotatedWith(Action.class)))
                .hasSize((int) actions);
        assertThat(REGISTER.stream().filter(type -> useJdbc().test(type))).hasSizeGreaterThanOrEqualTo(6);
        assertThat(REGISTER.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class)))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void sql_is_not_written_where_it_is_used() {
        var sources = Sources.texts(Sources.ROOT, ".java");
        var asked = Pattern.compile("\\.sql\\(([^)]*)\\)");
        var arguments = sources.values().stream()
                .flatMap(text -> asked.matcher(text).results())
                .map(found -> found.group(1))
                .toList();

        assertThat(arguments).hasSizeGreaterThanOrEqualTo(20);
        // A name, or the parameter of a method that is given one; never a literal, never text put together.
        assertThat(arguments).allMatch(argument -> argument.strip().matches("[A-Za-z_.]+"));
    }

    @Test
    void files_stay_short_enough_to_read() {
        var sources = Sources.texts(Sources.ROOT, ".java");

        assertThat(sources).hasSizeGreaterThanOrEqualTo(100);
        assertThat(sources.entrySet().stream()
                        .filter(source -> source.getValue().lines().count() >= 500)
                        .map(source -> source.getKey().toString()))
                .isEmpty();
    }

    private static boolean hasTheOneVerb(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaMethod::getName)
                .toList()
                .equals(List.of("run"));
    }

    private static ArchCondition<JavaMethod> nameOneRight() {
        return new ArchCondition<>("carry exactly one of @Allow, @Open and @AllowClient") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var rights = Stream.of(Allow.class, Open.class, AllowClient.class)
                        .filter(method::isAnnotatedWith)
                        .count();
                events.add(new SimpleConditionEvent(
                        method, rights == 1, "%s carries %d of them".formatted(method.getFullName(), rights)));
            }
        };
    }

    private static DescribedPredicate<JavaClass> useJdbc() {
        return describe(
                "use JdbcClient or JdbcTemplate",
                type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(used -> used.getTargetClass().isAssignableTo(JdbcClient.class)
                                || used.getTargetClass().isAssignableTo(JdbcTemplate.class)
                                || used.getTargetClass().isAssignableTo(NamedParameterJdbcTemplate.class)));
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheSystemForTime() {
        return describe("the time of the machine is asked", access -> {
            var target = access.getTarget();
            var owner = target.getOwner();
            var name = target.getName();
            if (owner.isEquivalentTo(System.class)) {
                return name.equals("currentTimeMillis");
            }
            if (owner.isEquivalentTo(Clock.class)) {
                // One bean makes the clock that all others are given; the program of the border has no beans.
                return name.startsWith("system")
                        && !Set.of("Web", "Checker")
                                .contains(access.getOriginOwner().getSimpleName());
            }
            return name.equals("now")
                    && owner.getPackageName().startsWith("java.time")
                    && !(target instanceof AccessTarget.MethodCallTarget call
                            && call.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class)));
        });
    }

    private static ArchCondition<JavaClass> be(String what, java.util.function.Predicate<JavaClass> test) {
        return new ArchCondition<>("be " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                events.add(new SimpleConditionEvent(type, test.test(type), type.getName() + " – is it " + what + "?"));
            }
        };
    }

    private static <T> DescribedPredicate<T> not(DescribedPredicate<T> predicate) {
        return DescribedPredicate.not(predicate);
    }

    private static JavaClass outermost(JavaClass type) {
        var outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }
}
