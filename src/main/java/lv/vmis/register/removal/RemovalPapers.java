package lv.vmis.register.removal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lv.vmis.register.document.Clause;
import lv.vmis.register.document.DocumentFacts;
import lv.vmis.register.document.DocumentKind;
import lv.vmis.register.document.DocumentPrinter;
import lv.vmis.register.document.DocumentTemplates;
import lv.vmis.register.document.FormDocument;
import lv.vmis.register.document.Values;
import lv.vmis.register.edge.PdfPrinter;
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.questionnaire.Questionnaire;
import lv.vmis.register.questionnaire.Questionnaires;
import lv.vmis.register.reference.LegalParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The papers of a removal (Reg. 454): notice, request to an embassy with its questionnaire, escort sheet, act of handing over.
 * They are printed from what the register knows when somebody asks, to be completed and signed by hand.
 */
@Component
class RemovalPapers {

    /** A row of the questionnaire, and the question it is the answer to: code of the list {@code questionnaire_item}. */
    private record Item(String part, String question) {}

    private static final List<Item> OF_PERSON = List.of(
            new Item("q1_8", "DEPENDANTS"),
            new Item("q1_9", "EDUCATION"),
            new Item("q1_10", "WORK"),
            new Item("q1_11", "PAPERS"),
            new Item("q1_12", "JOURNEY"),
            new Item("q1_13", "STAYS"),
            new Item("q1_14", "RELATIVES"),
            new Item("q1_15", "PROPERTY"));

    private static final List<Item> OF_LOOKS = List.of(
            new Item("q2_1", "HEIGHT"),
            new Item("q2_2", "FACE"),
            new Item("q2_3", "EYES"),
            new Item("q2_4", "TEETH"),
            new Item("q2_5", "CHIN"),
            new Item("q2_6", "NOSE"),
            new Item("q2_7", "MARKS"),
            new Item("q2_8", "GESTURES"),
            new Item("q2_9", "GAIT"),
            new Item("q2_10", "SPEECH"),
            new Item("q2_11", "NOTES"));

    private final JdbcClient jdbc;
    private final RemovalSteps steps;
    private final Questionnaires questionnaires;
    private final DocumentFacts facts;
    private final DocumentTemplates templates;
    private final DocumentPrinter printer;
    private final LegalParameters parameters;
    private final Clock clock;

    RemovalPapers(
            JdbcClient jdbc,
            RemovalSteps steps,
            Questionnaires questionnaires,
            DocumentFacts facts,
            DocumentTemplates templates,
            DocumentPrinter printer,
            LegalParameters parameters,
            Clock clock) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.questionnaires = questionnaires;
        this.facts = facts;
        this.templates = templates;
        this.printer = printer;
        this.parameters = parameters;
        this.clock = clock;
    }

    /** The papers that can be printed now: nobody is asked for a document of who has one; a notice and an escort need a time that was set. */
    List<DocumentKind> of(RemovalFile file) {
        var scheduled = Readiness.scheduled(file.standing());
        return Stream.of(
                        DocumentKind.EMBASSY_REQUEST,
                        DocumentKind.REMOVAL_NOTICE,
                        DocumentKind.ESCORT_SHEET,
                        DocumentKind.HAND_OVER)
                .filter(kind -> file.isOpen())
                .filter(kind -> kind != DocumentKind.EMBASSY_REQUEST
                        || !steps.hasDocument(file.decision().personId(), LocalDate.now(clock)))
                .filter(kind -> kind != DocumentKind.REMOVAL_NOTICE || scheduled != null)
                .filter(kind -> kind != DocumentKind.ESCORT_SHEET || (scheduled != null && isEscorted(scheduled)))
                .toList();
    }

    List<String> translations(DocumentKind kind) {
        return templates.translations(kind, LocalDate.now(clock));
    }

    /**
     * @param language of the translation sheet; nothing: the paper itself
     */
    Optional<byte[]> print(RemovalFile file, DocumentKind kind, @Nullable String language) {
        if (!of(file).contains(kind)) {
            return Optional.empty();
        }
        var document = document(file, kind);
        var made = new PdfPrinter.Facts(file.decision().id(), clock.instant());
        return language == null
                ? Optional.of(printer.print(document, made))
                : printer.sheet(document, language, LocalDate.now(clock), made);
    }

    private FormDocument document(RemovalFile file, DocumentKind kind) {
        var today = LocalDate.now(clock);
        var decision = file.decision();
        var unit = file.unit();
        return new FormDocument(
                templates.latvian(kind, today),
                facts.issuer("VRS", unit),
                facts.place(unit),
                null,
                today,
                false,
                facts.person(decision.personId()),
                facts.papers(decision.personId()),
                switch (kind) {
                    case REMOVAL_NOTICE -> notice(file);
                    case EMBASSY_REQUEST -> request(file);
                    case ESCORT_SHEET -> escort(file);
                    case HAND_OVER -> handOver(file);
                    case DEPARTURE_ORDER, REMOVAL_DECISION, ENTRY_BAN, FOLLOW_UP, CERTIFICATE, DATA_EXTRACT, REASONS ->
                        throw new IllegalArgumentException(kind.name());
                },
                null,
                null,
                facts.watermark());
    }

    private List<Clause> notice(RemovalFile file) {
        var scheduled = Objects.requireNonNull(Readiness.scheduled(file.standing()));
        var starts = Objects.requireNonNull(scheduled.startsAt());
        var clauses = new ArrayList<Clause>();
        clauses.add(Clause.of("title"));
        clauses.add(Clause.of("told"));
        clauses.add(Clause.of(
                "starts",
                "starts_on",
                Values.on(day(starts)),
                "starts_at",
                new Bilingual(LatvianDates.atTime(time(starts)), time(starts).toString())));
        clauses.add(decision(file));
        clauses.add(Values.row("destination", facts.country(file.decision().goesTo())));
        clauses.add(Values.row("transport", transport(scheduled)));
        if (isEscorted(scheduled)) {
            clauses.add(Values.row("escort", facts.code("escort_end", String.valueOf(scheduled.escortEnd()))));
        }
        var full = parameters.hours("removal.notice", day(starts));
        if (Duration.between(clock.instant(), starts).compareTo(Duration.ofHours(full)) >= 0) {
            clauses.add(notice("in_time", "removal.notice", starts));
        } else {
            clauses.add(notice("shortened", "removal.notice.short", starts));
            clauses.add(Clause.of("because_threat"));
            clauses.add(Clause.of("because_quick", "full_hours", full));
        }
        clauses.add(Clause.of("changes"));
        clauses.add(Clause.of("service"));
        clauses.add(Clause.of("served"));
        clauses.addAll(Values.service());
        return clauses;
    }

    private Clause notice(String part, String parameter, Instant starts) {
        var law = parameters.get(parameter, day(starts)).cited();
        return Clause.of(part, "hours", parameters.hours(parameter, day(starts)), "notice_basis", law);
    }

    record Known(
            @Nullable String ethnicity,
            @Nullable String maritalStatus,
            @Nullable String addresses,
            @Nullable String marks,
            @Nullable String birthNames) {}

    private List<Clause> request(RemovalFile file) {
        var decision = file.decision();
        var person = facts.person(decision.personId());
        var known = jdbc.sql(KNOWN)
                .param("person", decision.personId().value())
                .query(Rows.of(Known.class))
                .single();
        var papers = facts.papers(decision.personId()).stream()
                .map(paper -> DocumentFacts.joined(paper.kind() + " " + paper.number(), paper.issuedBy()))
                .filter(Objects::nonNull)
                .toList();
        var clauses = new ArrayList<Clause>();
        clauses.add(Clause.of("title"));
        clauses.add(Values.row("to", facts.country(decision.goesTo())));
        clauses.add(Clause.of(
                "request",
                "number",
                String.valueOf(decision.number()),
                "date",
                LatvianDates.numeric(Objects.requireNonNull(decision.decidedOn()))));
        for (var part : List.of(
                "enclosed",
                "questionnaire",
                "fingerprints",
                "photographs",
                "state_form",
                "application",
                "other_papers",
                "application_refused",
                "annex",
                "annex_person")) {
            clauses.add(Clause.of(part));
        }
        var told =
                questionnaires.latest(decision.id()).map(Questionnaire::answers).orElse(Map.of());
        var names = DocumentFacts.joined(person.name(), known.birthNames());
        clauses.add(Values.row("q1_1", DocumentFacts.joined(names, told.get("BIRTH_NAME"))));
        clauses.add(Values.row("q1_2", code("ethnicity", known.ethnicity())));
        clauses.add(Values.row("q1_3", String.join("; ", person.nationalities())));
        clauses.add(Values.row("q1_4", person.bornOn()));
        clauses.add(Values.row("q1_5", person.birthPlace()));
        clauses.add(Values.row("q1_6", DocumentFacts.joined(known.addresses(), told.get("HOME"))));
        clauses.add(
                told.containsKey("SPOUSE")
                        ? Values.row("q1_7", told.get("SPOUSE"))
                        : Values.row("q1_7", code("marital_status", known.maritalStatus())));
        var shown = Map.of("q1_11", String.join("; ", papers));
        OF_PERSON.forEach(item -> clauses.add(told(item, shown.get(item.part()), told)));
        clauses.add(Clause.of("annex_looks"));
        OF_LOOKS.forEach(item -> clauses.add(told(item, item.part().equals("q2_7") ? known.marks() : null, told)));
        for (var item : List.of("given_by", "translated_from", "translated_by", "filled_by")) {
            clauses.add(Clause.of(item));
        }
        return clauses;
    }

    /** What the register knows, then what he told; with neither there is room to write. */
    private static Clause told(Item item, @Nullable String known, Map<String, String> told) {
        return Values.row(item.part(), DocumentFacts.joined(known, told.get(item.question())));
    }

    private List<Clause> escort(RemovalFile file) {
        var scheduled = Objects.requireNonNull(Readiness.scheduled(file.standing()));
        var starts = Objects.requireNonNull(scheduled.startsAt());
        var medical = file.standing().reversed().stream()
                .filter(step -> step.kind() == StepKind.MEDICAL_CHECK && step.outcome() != null)
                .findFirst();
        var known = cautions(file.decision().personId());
        var clauses = new ArrayList<Clause>();
        clauses.add(Clause.of("title"));
        clauses.add(Clause.of("removal"));
        clauses.add(decision(file));
        clauses.add(Values.row("starts", LatvianDates.numeric(day(starts)) + " " + LatvianDates.atTime(time(starts))));
        clauses.add(Values.row("transport", transport(scheduled)));
        clauses.add(Values.row("destination", facts.country(file.decision().goesTo())));
        clauses.add(Values.row("escort_end", facts.code("escort_end", String.valueOf(scheduled.escortEnd()))));
        clauses.add(Values.row("escorts", String.valueOf(scheduled.escorts())));
        clauses.add(Clause.of("care"));
        clauses.add(Values.row("warnings", cautions("warning", known)));
        clauses.add(Values.row("vulnerabilities", cautions("vulnerability", known)));
        clauses.add(Values.row(
                "medical",
                medical.map(step -> DocumentFacts.joined(
                                facts.code("medical_result", String.valueOf(step.outcome()))
                                        .latvian(),
                                step.note()))
                        .orElse(null)));
        for (var part : List.of(
                "duty", "leader", "members", "papers", "allowance", "course", "began", "events", "ended", "signed")) {
            clauses.add(Clause.of(part));
        }
        return clauses;
    }

    private List<Clause> handOver(RemovalFile file) {
        var clauses = new ArrayList<Clause>();
        clauses.add(Clause.of("title"));
        clauses.add(Clause.of("what"));
        clauses.add(Clause.of("act"));
        clauses.add(decision(file));
        clauses.add(Values.row("destination", facts.country(file.decision().goesTo())));
        for (var part : List.of(
                "place",
                "moment",
                "handed",
                "papers",
                "belongings",
                "money",
                "health",
                "remarks",
                "parties",
                "gives",
                "takes")) {
            clauses.add(Clause.of(part));
        }
        return clauses;
    }

    private static Clause decision(RemovalFile file) {
        var decided =
                LatvianDates.numeric(Objects.requireNonNull(file.decision().decidedOn()));
        return Values.row("by_decision", "Nr. %s, %s".formatted(file.decision().number(), decided));
    }

    private @Nullable Bilingual transport(RemovalStep scheduled) {
        var how = scheduled.outcome();
        if (how == null) {
            return null;
        }
        var name = facts.code("removal_transport", how);
        var number = scheduled.number();
        return number == null ? name : new Bilingual(name.latvian() + ", " + number, name.english() + ", " + number);
    }

    private @Nullable Bilingual code(String list, @Nullable String code) {
        return code == null ? null : facts.code(list, code);
    }

    record Caution(String list, String code, @Nullable String details) {}

    /** What the escort has to know; a dash where the register knows of nothing. */
    private String cautions(String list, List<Caution> known) {
        var said = known.stream()
                .filter(caution -> caution.list().equals(list))
                .map(caution -> Objects.requireNonNullElse(
                        DocumentFacts.joined(facts.code(list, caution.code()).latvian(), caution.details()), ""))
                .toList();
        return said.isEmpty() ? "–" : String.join("; ", said);
    }

    private List<Caution> cautions(PersonId person) {
        return jdbc.sql(CAUTIONS)
                .param("person", person.value())
                .param("day", LocalDate.now(clock))
                .query(Rows.of(Caution.class))
                .list();
    }

    private static boolean isEscorted(RemovalStep scheduled) {
        return scheduled.escortEnd() != null;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, RegisterClock.RIGA);
    }

    private static LocalTime time(Instant at) {
        return LocalTime.ofInstant(at, RegisterClock.RIGA);
    }

    static final String KNOWN = """
            select i.ethnicity, i.marital_status,
                   (select string_agg(a.text, '; ' order by a.noted_at desc) from address a where a.person_id = i.person_id) as addresses,
                   (select string_agg(m.text, '; ' order by m.noted_at) from mark m where m.person_id = i.person_id) as marks,
                   (select string_agg(concat_ws(' ', upper(b.family_name), b.given_names), '; ' order by b.noted_at)
                      from identity b
                     where b.person_id = i.person_id and b.kind = 'BIRTH') as birth_names
              from identity i
             where i.person_id = :person and i.kind = 'PRIMARY'
            """;

    static final String CAUTIONS = """
            select 'warning' as list, warning as code, details
              from warning
             where person_id in (select * from records_of(:person)) and valid_from <= :day and (valid_to is null or valid_to >= :day)
            union all
            select 'vulnerability', vulnerability, details
              from vulnerability
             where person_id in (select * from records_of(:person)) and valid_from <= :day and (valid_to is null or valid_to >= :day)
             order by code
            """;
}
