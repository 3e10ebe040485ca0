package lv.vmis.register.certificate;

import static java.util.stream.Collectors.joining;
import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;
import static lv.vmis.register.support.DecisionSamples.refusals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import lv.vmis.register.followup.FollowUpKind;
import lv.vmis.register.followup.PrepareFollowUp;
import lv.vmis.register.followup.SignFollowUp;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.person.EnterFact;
import lv.vmis.register.person.FactKind;
import lv.vmis.register.remedy.FileRemedy;
import lv.vmis.register.remedy.RemedyKind;
import lv.vmis.register.remedy.WithdrawRemedy;
import lv.vmis.register.support.DecisionSamples;
import lv.vmis.register.support.PlainBrowser;
import lv.vmis.register.support.RegisterTest;
import lv.vmis.register.training.DemoPeople;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Extracts of generated people with their whole histories: nothing missing, nothing withheld told, nothing of anybody else. */
@RegisterTest
@TestPropertySource(properties = "spring.application.name=extracts")
class IssueExtractTest {

    private static final int PEOPLE = 120;
    private static final AtomicBoolean ENTERED = new AtomicBoolean();

    private final ApplicationContext application;
    private final DecisionSamples samples;
    private final EnterFact enter;
    private final PrepareFollowUp prepare;
    private final SignFollowUp sign;
    private final FileRemedy file;
    private final WithdrawRemedy withdraw;
    private final IssueExtract issue;
    private final Extracts extracts;
    private final Certificates certificates;
    private final PrintedCertificates printed;
    private final JdbcClient jdbc;
    private final LocalDate today;
    private final int port;
    private final Actor inspector = official("inspektore");
    private final Actor caseworker = official("lietvede");

    IssueExtractTest(
            ApplicationContext application,
            DecisionSamples samples,
            EnterFact enter,
            PrepareFollowUp prepare,
            SignFollowUp sign,
            FileRemedy file,
            WithdrawRemedy withdraw,
            IssueExtract issue,
            Extracts extracts,
            Certificates certificates,
            PrintedCertificates printed,
            JdbcClient jdbc,
            Clock clock,
            @LocalServerPort int port) {
        this.application = application;
        this.samples = samples;
        this.enter = enter;
        this.prepare = prepare;
        this.sign = sign;
        this.file = file;
        this.withdraw = withdraw;
        this.issue = issue;
        this.extracts = extracts;
        this.certificates = certificates;
        this.printed = printed;
        this.jdbc = jdbc;
        this.today = LocalDate.now(clock);
        this.port = port;
    }

    @BeforeEach
    void people_with_histories() {
        if (ENTERED.compareAndSet(false, true)) {
            DemoPeople.enter(application, PEOPLE);
            whatNobodyOfThemHas();
        }
    }

    /** A wife in the register, remarks, a follow-up decision and a remedy. */
    private void whatNobodyOfThemHas() {
        var decision = samples.served(DecisionSamples.order(), inspector, official("vrs.vaditajs"));
        var person = person("select person_id as id from decision where id = '%s'".formatted(decision));
        var wife = samples.open(inspector).person();
        var number = samples.reading(() -> jdbc.sql("select number from person where id = :id")
                .param("id", wife.value())
                .query(Long.class)
                .single());
        fact(
                person,
                FactKind.KINSHIP,
                Map.of("relation", "SPOUSE", "relative", number.toString(), "source", "DOCUMENT"));
        fact(person, FactKind.REMARK, Map.of("text", "Lūdz sazināties caur pārstāvi", "source", "DOCUMENT"));
        fact(person, FactKind.MARK, Map.of("text", "Rēta uz kreisās rokas", "source", "DOCUMENT"));
        var input = new PrepareFollowUp.Input(
                decision, null, FollowUpKind.SUSPEND, "APL-86", today, null, null, "Sūdzība tiek izskatīta.");
        var followUp = as(inspector, () -> done(prepare.run(input, inspector)));
        as(
                official("vrs.vaditajs"),
                () -> done(sign.run(new SignFollowUp.Input(followUp, 0), official("vrs.vaditajs"))));
        var remedy = new FileRemedy.Input(
                decision, RemedyKind.CONTEST, today, "Priekšnieks", null, true, "Ģimene nav ņemta vērā");
        var mistaken = as(inspector, () -> done(file.run(remedy, inspector)));
        var other = official("inspektors");
        as(other, () -> done(withdraw.run(new WithdrawRemedy.Input(mistaken, 0, "Cita persona"), other)));
        as(inspector, () -> done(file.run(remedy, inspector)));
    }

    private void fact(PersonId person, FactKind kind, Map<String, String> values) {
        as(caseworker, () -> done(enter.run(new EnterFact.Input(person, kind, values), caseworker)));
    }

    private PersonId person(String sql) {
        return samples.reading(() -> jdbc.sql(sql)
                .query((row, _) -> new PersonId(row.getObject("id", UUID.class)))
                .single());
    }

    @Test
    void of_everybody_it_tells_all_that_is_stored() {
        var kinds = new TreeSet<String>();
        for (var person : everybody()) {
            var told = told(person);
            told.forEach(one -> kinds.add(one.row()));
            for (var counted : StoredForExtract.COUNTED.entrySet()) {
                assertThat(told.stream().filter(one -> one.row().equals(counted.getKey())))
                        .as("%s of %s", counted.getKey(), person)
                        .hasSize(count(counted.getValue(), person));
            }
            for (var words : StoredForExtract.WORDS.entrySet()) {
                var text = told.stream()
                        .filter(one -> one.row().equals(words.getKey()))
                        .map(one -> one.text().latvian())
                        .collect(joining("\n"));
                assertThat(asked(words.getValue(), person))
                        .as("%s of %s", words.getKey(), person)
                        .allSatisfy(word -> assertThat(text).contains(word));
            }
        }
        assertThat(kinds)
                .hasSizeGreaterThan(20)
                .contains("decision", "ban", "departure", "kinship_fact", "remark_fact", "follow_up", "remedy");
        assertThat(StoredForExtract.COUNTED.keySet()).containsAll(kinds);
    }

    /** A column that is added later is told, or it is said here why not. */
    @Test
    void every_personal_column_is_told_or_named_with_why_not() throws IllegalAccessException {
        var statements = new ArrayList<String>();
        for (var field : Extracts.class.getDeclaredFields()) {
            if (field.getType() == String.class && Modifier.isStatic(field.getModifiers())) {
                statements.add(text(field));
            }
        }
        var facts = Set.of("identity", "document", "address", "warning", "vulnerability", "mark", "kinship", "remark");
        var untold = new TreeSet<String>();
        for (var column : personalColumns()) {
            var table = column.substring(0, column.indexOf('.'));
            var name = column.substring(column.indexOf('.') + 1);
            var reads = Pattern.compile("(from|join) " + table + " ");
            var names = Pattern.compile("\\.%s\\b".formatted(name));
            var isTold = facts.contains(table)
                    ? isFactField(table, name)
                    : statements.stream()
                            .anyMatch(sql -> reads.matcher(sql).find()
                                    && names.matcher(sql.substring(0, sql.indexOf(" from ")))
                                            .find());
            if (!isTold) {
                untold.add(column);
            }
        }
        var explained = new TreeSet<String>();
        StoredForExtract.UNTOLD.values().forEach(explained::addAll);
        assertThat(untold.stream()
                        .filter(column -> !explained.contains(column)
                                && !explained.contains(column.substring(0, column.indexOf('.')) + ".*")))
                .isEmpty();
    }

    @Test
    void what_is_printed_is_what_is_told_and_where_to_ask_and_complain() throws Exception {
        var person = storied();
        var told = told(person);
        var id = issued(person, null);

        var text = packed(text(id));
        assertThat(told)
                .isNotEmpty()
                .allSatisfy(one -> one.text()
                        .latvian()
                        .lines()
                        .forEach(line -> assertThat(text).contains(packed(line))));
        assertThat(text)
                .contains(packed("PERSONAS DATU IZRAKSTS"))
                .contains(packed("Pieprasījums saņemts " + LatvianDates.numeric(today.minusDays(3))))
                .contains(packed("SIRENE Latvijas birojam"))
                .contains(packed("glabā 10 gadus"))
                .contains(packed("sūdzību Datu valsts inspekcijai"))
                .contains(packed("Par pārējo izrakstā nav ziņu"))
                .doesNotContain("{", packed("nav iekļauta"), "extract.");
        var extract = certificate(id);
        assertThat(extract.number()).matches("PMLP-I-\\d{4}-\\d{5}");
        assertThat(samples.entries(id, IssueExtract.class)).isOne();
        assertThat(samples.reading(() -> printed.translations(id))).containsExactly("en", "ru");
        var russian = packed(text(samples.reading(() -> printed.sheet(id, "ru").orElseThrow())));
        assertThat(russian).contains(packed("Выписка персональных данных"), packed("Государственную инспекцию данных"));
    }

    @Test
    void what_is_withheld_is_not_in_it_and_why_is_kept() throws Exception {
        var person = storied();
        var withheld = new Withholding(
                new TreeSet<>(Set.of(ExtractSection.DECISIONS, ExtractSection.RECIPIENTS)),
                "OFFENCES",
                "Traucētu izmeklēšanu");
        var told = told(person);
        var id = issued(person, withheld);

        var text = packed(text(id));
        assertThat(text)
                .contains(packed("Daļa ziņu izrakstā nav iekļauta. Pamats: Noziedzīgu nodarījumu novēršana"))
                .doesNotContain(
                        packed("Lēmumi un spriedumi"),
                        packed("Kas ziņas skatījis"),
                        packed("Par pārējo izrakstā nav"),
                        packed("Traucētu izmeklēšanu"));
        told.stream()
                .filter(one -> one.row().equals("decision"))
                .forEach(
                        one -> assertThat(text).doesNotContain(packed(one.text().latvian())));
        told.stream()
                .filter(one -> one.row().equals("ban"))
                .forEach(one -> assertThat(text).contains(packed(one.text().latvian())));
        assertThat(samples.reading(() -> certificates.withheld(id))).contains(withheld);
        assertThatThrownBy(() -> samples.reading(
                        () -> jdbc.sql("update certificate_withheld set reason = 'Cits' where certificate_id = :id")
                                .param("id", id)
                                .update()))
                .hasStackTraceContaining("kept as it was issued");
    }

    @Test
    void of_the_family_it_says_what_the_fact_says_and_nothing_else() throws Exception {
        var person = person("select person_id as id from kinship where relative is not null");
        var wife = person(
                "select id from person where number = (select relative from kinship where relative is not null)");

        var text = packed(text(issued(person, null)));

        var number = one("select 'P-' || lpad(number::text, 7, '0') from person where id = any(:records)", wife);
        assertThat(text).contains(packed("Laulātais"), packed(number));
        assertThat(text)
                .doesNotContain(
                        packed(one("select family_name from identity where person_id = any(:records)", wife)),
                        packed(one("select number from return_case where person_id = any(:records)", wife)));
    }

    private String one(String sql, PersonId person) {
        return asked(sql, person).getFirst();
    }

    @Test
    void it_is_refused_to_another_institution_and_of_nobody() {
        var person = everybody().getFirst();
        assertThat(refusals(as(inspector, () -> issue.run(input(person, null), inspector))))
                .containsExactly("NOT_THE_CONTROLLER");
        assertThat(refusals(as(caseworker, () -> issue.run(input(PersonId.next(), null), caseworker))))
                .containsExactly("PERSON_UNKNOWN");
    }

    @Test
    void from_the_page_the_request_has_its_day_and_what_is_withheld_its_reason() {
        var person = samples.open(inspector).person();
        var browser = new PlainBrowser(port);
        browser.signIn("lietvede");
        browser.get("/purpose?person=" + person);
        browser.post(
                "/purpose",
                Map.of("purpose", "FINDING", "reason", "Pārbaude", "person", person.toString(), "back", "/"));
        var address = "/persons/" + person + "/extract";
        assertThat(browser.get(address).body())
                .contains("Lietas un konstatētie pārkāpumi (2)", "Atbildei ir 1 mēnesis", "vēl par 2 mēnešiem")
                .doesNotContain("withhold-DETENTION");
        var refused = browser.post(
                address,
                Map.of(
                        "recipient", "REPRESENTATIVE",
                        "name", "",
                        "requestedOn", "",
                        "withhold", "CASES",
                        "born", "24.05.1990"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("name-error", "requestedOn-error", "ground-error", "reason-error", "born-error");

        browser.get(address);
        var issued = browser.post(
                address,
                Map.of(
                        "recipient", "REPRESENTATIVE",
                        "name", "Ilze Paraudziņa",
                        "requestedOn", LatvianDates.numeric(today),
                        "withhold", "CASES",
                        "ground", "RIGHTS",
                        "reason", "Citas personas tiesības",
                        "born", "23.05.1990"));
        assertThat(issued.statusCode()).isEqualTo(303);
        assertThat(browser.get(PlainBrowser.location(issued)).body())
                .contains("Personas datu izraksts PMLP-I-", "Ilze Paraudziņa", "Citas personas tiesības")
                .contains("Jāatbild līdz " + LatvianDates.numeric(today.plusMonths(1)));
        assertThat(browser.get("/persons/" + person + "/cases").body())
                .contains("Personas datu izraksts: Ilze Paraudziņa", "/persons/" + person + "/extract");
    }

    private List<PersonId> everybody() {
        return samples.reading(() -> jdbc.sql("select id from person where id = head_id order by number")
                .query((row, _) -> new PersonId(row.getObject("id", UUID.class)))
                .list());
    }

    /** Somebody with a ban that runs, of whom most is told. */
    private PersonId storied() {
        return samples.reading(() -> jdbc.sql("""
                        select p.id
                          from person p
                         where exists (select 1 from ban_clock b where b.person_id = p.id and b.from_day is not null)
                         order by (select count(*) from removal_step s where s.person_id = p.id)
                                  + (select count(*) from detention_title t where t.person_id = p.id) desc, p.number
                         limit 1
                        """)
                .query((row, _) -> new PersonId(row.getObject("id", UUID.class)))
                .single());
    }

    private List<Told> told(PersonId person) {
        return samples.reading(() -> extracts.of(person, today, caseworker));
    }

    private int count(String sql, PersonId person) {
        return samples.reading(() -> jdbc.sql(sql)
                .param("records", records(person))
                .query(Integer.class)
                .single());
    }

    private List<String> asked(String sql, PersonId person) {
        return samples.reading(() -> jdbc.sql("select word from (" + sql + ") w (word) where word is not null")
                .param("records", records(person))
                .query((row, _) -> Objects.requireNonNull(row.getString("word")))
                .list());
    }

    private UUID[] records(PersonId person) {
        return jdbc.sql("select id from person where head_id = (select head_id from person where id = :id)")
                .param("id", person.value())
                .query((row, _) -> Objects.requireNonNull(row.getObject("id", UUID.class)))
                .list()
                .toArray(UUID[]::new);
    }

    private List<String> personalColumns() {
        return jdbc.sql("""
                        select c.relname || '.' || a.attname as name
                          from pg_class c
                          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                         where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relispartition
                           and exists (select 1 from pg_attribute p where p.attrelid = c.oid and p.attname = 'person_id')
                           and split_part(col_description(c.oid, a.attnum), ' | ', 2) in ('personal', 'special')
                         order by 1
                        """)
                .query((row, _) -> Objects.requireNonNull(row.getString("name")))
                .list();
    }

    private static boolean isFactField(String table, String column) {
        return FactKind.valueOf(table.toUpperCase(Locale.ROOT)).fields(official("lietvede")).stream()
                .anyMatch(field -> field.name().equals(column));
    }

    private static String text(Field constant) throws IllegalAccessException {
        constant.setAccessible(true);
        return Objects.requireNonNull((String) constant.get(null)).replaceAll("\\s+", " ");
    }

    private IssueExtract.Input input(PersonId person, @Nullable Withholding withheld) {
        return new IssueExtract.Input(person, Recipient.PERSON, today.minusDays(3), null, withheld);
    }

    private UUID issued(PersonId person, @Nullable Withholding withheld) {
        return as(caseworker, () -> done(issue.run(input(person, withheld), caseworker)));
    }

    private Certificate certificate(UUID id) {
        return samples.reading(() -> certificates.find(id).orElseThrow());
    }

    private String text(UUID id) throws Exception {
        return text(samples.reading(() -> printed.file(id).orElseThrow()));
    }

    private static String text(byte[] pdf) throws Exception {
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }

    /** Lines end where the page wants them to. Between pages stands the footer. */
    private static String packed(String text) {
        return text.replaceAll("Personas datu izraksts Nr\\. \\S+\\s+\\d+ / \\d+", "")
                .replace("DEMONSTRĀCIJA – nav īsts dokuments", "")
                .replaceAll("[\\s\u00ad-]+", "");
    }
}
