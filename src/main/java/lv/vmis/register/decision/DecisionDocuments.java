package lv.vmis.register.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.accounts.Account;
import lv.vmis.register.accounts.Accounts;
import lv.vmis.register.edge.EdgeSettings;
import lv.vmis.register.edge.PdfPrinter;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.BorderCrossingPoints;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.LegalBases;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Units;
import lv.vmis.register.returns.Finding;
import lv.vmis.register.returns.ReturnCases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers all that a printed decision says, in Latvian, from the person, the case, the decision and the law. */
@Component
class DecisionDocuments {

    private static final Language LV = Language.LV;
    private static final String GENERATED = "DEMONSTRĀCIJA – nav īsts dokuments";

    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final ReturnCases cases;
    private final Accounts accounts;
    private final Units units;
    private final Countries countries;
    private final Codes codes;
    private final BorderCrossingPoints points;
    private final LegalBases bases;
    private final LegalParameters parameters;
    private final PdfPrinter printer;
    private final EdgeSettings settings;
    private final Clock clock;

    DecisionDocuments(
            JdbcClient jdbc,
            Decisions decisions,
            ReturnCases cases,
            Accounts accounts,
            Units units,
            Countries countries,
            Codes codes,
            BorderCrossingPoints points,
            LegalBases bases,
            LegalParameters parameters,
            PdfPrinter printer,
            EdgeSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.cases = cases;
        this.accounts = accounts;
        this.units = units;
        this.countries = countries;
        this.codes = codes;
        this.points = points;
        this.bases = bases;
        this.parameters = parameters;
        this.printer = printer;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param signatory who signs; nobody yet on a draft */
    DecisionDocument of(Decision decision, @Nullable Actor signatory) {
        var day = decision.decidedOn() == null ? LocalDate.now(clock) : decision.decidedOn();
        var finding = cases.findings(decision.caseId()).getLast();
        return new DecisionDocument(
                decision.kind().printed(),
                issuer(decision),
                place(decision.unit()),
                decision.number(),
                decision.decidedOn(),
                person(decision.personId()),
                papers(decision.personId()),
                finding(finding),
                legalBases(decision, finding, day),
                decision.reasons(),
                departure(decision),
                decisions.bans(decision.id()).stream()
                        .map(ban -> new DecisionDocument.Ban(
                                ban.territory().printed(), ban.months(), bases.citation(ban.legalBasis(), LV)))
                        .toList(),
                appeal(decision, day),
                signatory(signatory),
                accounts.byId(decision.preparedBy())
                        .map(account -> account.name() + ", " + account.position())
                        .orElse(""),
                decision.kind().isOrder() ? null : bases.citation("R454-5", LV),
                settings.env().isGenerated() ? GENERATED : null);
    }

    private DecisionDocument.Issuer issuer(Decision decision) {
        return new DecisionDocument.Issuer(
                units.institutionName(decision.institution(), LV),
                units.institutionName("IEM", LV),
                units.name(decision.unit(), LV),
                address(decision.unit()),
                null);
    }

    private String place(String unit) {
        return jdbc.sql(PLACE)
                .param("unit", unit)
                .query(String.class)
                .optional()
                .orElse("Rīgā");
    }

    private @Nullable String address(@Nullable String unit) {
        var found = unit == null ? null : units.find(unit).orElse(null);
        if (found == null) {
            return null;
        }
        return found.address() == null ? address(found.parent()) : found.address();
    }

    record Identity(
            String familyName,
            @Nullable String givenNames,
            @Nullable String patronymic,
            @Nullable String originalName,
            String sex,
            PartialDate birthDate,
            @Nullable String birthCountry,
            @Nullable String birthPlace,
            @Nullable String personalCode,
            @Nullable String address) {}

    private DecisionDocument.Person person(PersonId person) {
        var known = jdbc.sql(IDENTITY)
                .param("person", person.value())
                .query(Rows.of(Identity.class))
                .single();
        var original = known.originalName();
        return new DecisionDocument.Person(
                known.familyName().toUpperCase(Locale.ROOT),
                known.givenNames(),
                known.patronymic(),
                // A name in a script we have no letters for is left out: its Latin form stands above, and a decision
                // that could never be signed would help nobody.
                original == null || !printer.unprintable(original).isEmpty() ? null : original,
                null,
                null,
                codes.text("sex", known.sex(), LV).toLowerCase(Locale.ROOT),
                known.birthDate().shown(),
                joined(
                        known.birthCountry() == null ? null : countries.name(known.birthCountry(), LV),
                        known.birthPlace()),
                nationalities(person),
                known.personalCode(),
                known.address(),
                jdbc.sql(OTHER_IDENTITIES)
                        .param("person", person.value())
                        .query((row, _) -> Objects.requireNonNull(row.getString("name")))
                        .list());
    }

    record Nationality(String country, String type) {}

    private List<String> nationalities(PersonId person) {
        return jdbc.sql(NATIONALITIES).param("person", person.value()).query(Rows.of(Nationality.class)).list().stream()
                .map(nationality -> "%s (%s)"
                        .formatted(
                                countries.name(nationality.country(), LV),
                                codes.text("nationality_type", nationality.type(), LV)
                                        .toLowerCase(Locale.ROOT)))
                .toList();
    }

    record Paper(
            String type,
            String number,
            String issuer,
            @Nullable LocalDate expiresOn) {}

    private List<DecisionDocument.PersonDocument> papers(PersonId person) {
        return jdbc.sql(PAPERS).param("person", person.value()).query(Rows.of(Paper.class)).list().stream()
                .map(paper -> new DecisionDocument.PersonDocument(
                        codes.text("document_type", paper.type(), LV),
                        paper.number(),
                        countries.name(paper.issuer(), LV),
                        paper.expiresOn()))
                .toList();
    }

    private DecisionDocument.Finding finding(Finding finding) {
        var point = finding.crossingPoint() == null ? null : points.name(finding.crossingPoint(), LV);
        return new DecisionDocument.Finding(
                finding.foundOn(),
                null,
                Objects.requireNonNullElse(joined(point, finding.place()), finding.place()),
                unitInFull(finding.unit()),
                finding.circumstances());
    }

    /** "Valsts robežsardzes Rīgas pārvaldes imigrācijas dienests". */
    String unitInFull(String code) {
        var unit = units.find(code);
        return unit.flatMap(found -> units.institution(found.institution()))
                .map(institution ->
                        institution.nameLvGenitive() + " " + unit.orElseThrow().nameLv())
                .orElse(code);
    }

    private List<String> legalBases(Decision decision, Finding finding, LocalDate day) {
        var cited = new ArrayList<String>();
        cited.add(bases.citation(finding.legalBasis(), LV));
        cited.add(bases.citation(decision.legalBasis(), LV));
        if (decision.kind().isOrder()) {
            cited.add(parameters.get("departure.term.max", day).law());
        }
        return cited.stream().distinct().toList();
    }

    private DecisionDocument.Departure departure(Decision decision) {
        var destination = decision.destination();
        var isNationality = destination != null
                && jdbc
                        .sql(NATIONALITIES)
                        .param("person", decision.personId().value())
                        .query(Rows.of(Nationality.class))
                        .list()
                        .stream()
                        .anyMatch(nationality -> nationality.country().equals(destination));
        return new DecisionDocument.Departure(
                decision.termDays(),
                destination == null ? null : countries.name(destination, LV),
                isNationality ? "valstiskās piederības valsts" : null,
                decision.kind().isOrder() ? null : bases.citation("R454-10", LV));
    }

    private DecisionDocument.Appeal appeal(Decision decision, LocalDate day) {
        var contest = parameters.get(decision.kind().isOrder() ? "departure.contest" : "removal.contest", day);
        var institution = units.institution(decision.institution()).orElseThrow();
        var court = units.institution("ART").orElseThrow();
        return new DecisionDocument.Appeal(
                DecisionDocument.Remedy.CONTEST,
                institution.nameLvGenitive() + " priekšnieks",
                Objects.requireNonNullElse(
                        joined(institution.nameLv(), address(decision.unit())), institution.nameLv()),
                parameters.days(contest.code(), day),
                contest.law(),
                "Lēmumu, ar kuru iesniegums izskatīts, var pārsūdzēt %s %d dienu laikā (%s)."
                        .formatted(
                                Objects.requireNonNullElse(court.nameLvLocative(), court.nameLv()),
                                parameters.days("court.appeal", day),
                                parameters.get("court.appeal", day).law()));
    }

    private DecisionDocument.Signatory signatory(@Nullable Actor by) {
        if (by == null) {
            return new DecisionDocument.Signatory("Lēmumu pieņem", "", false);
        }
        var position = accounts.byId(by.account()).map(Account::position).orElse("");
        return new DecisionDocument.Signatory(
                Objects.requireNonNullElse(titled(unitInFull(by.unit()), position), position), by.name(), false);
    }

    /** "… imigrācijas dienests" and "dienesta priekšniece" are "… imigrācijas dienesta priekšniece". */
    static @Nullable String titled(String unit, String position) {
        var kind = unit.lastIndexOf(' ') + 1;
        var last = unit.substring(kind);
        var genitive = last.endsWith("s") ? last.substring(0, last.length() - 1) + "a" : last + "s";
        return position.startsWith(genitive + " ") ? unit.substring(0, kind) + position : joined(unit, position);
    }

    private static @Nullable String joined(@Nullable String first, @Nullable String second) {
        var parts = Stream.of(first, second)
                .filter(part -> part != null && !part.isBlank())
                .toList();
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    /** The names of those who had a hand in a decision. */
    String name(@Nullable UUID account) {
        return account == null ? "" : accounts.byId(account).map(Account::name).orElse("");
    }

    static final String PLACE = """
            with recursive up as (
                select code, parent, place_locative_lv, 0 as step
                  from unit
                 where code = :unit
                 union all
                select u.code, u.parent, u.place_locative_lv, up.step + 1
                  from unit u
                  join up on u.code = up.parent
            )
            select place_locative_lv
              from up
             where place_locative_lv is not null
             order by step
             limit 1
            """;

    static final String IDENTITY = """
            select i.family_name, i.given_names, i.patronymic, i.original_name, i.sex, i.birth_date, i.birth_country,
                   i.birth_place, i.personal_code,
                   (select a.text
                      from address a
                     where a.person_id = i.person_id
                     order by (a.country = 'LVA') desc, a.noted_at desc
                     limit 1) as address
              from identity i
             where i.person_id = :person and i.kind = 'PRIMARY'
            """;

    static final String OTHER_IDENTITIES = """
            select concat_ws(' ', upper(family_name), given_names) as name
              from identity
             where person_id = :person and kind <> 'PRIMARY'
             order by noted_at
            """;

    static final String NATIONALITIES = """
            select n.country, n.type
              from nationality n
              join identity i on i.id = n.identity_id and i.kind = 'PRIMARY'
             where i.person_id = :person
             order by n.country
            """;

    static final String PAPERS = """
            select type, number, issuer, expires_on
              from document
             where person_id = :person
             order by noted_at
            """;
}
