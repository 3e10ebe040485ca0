package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.LegalBases;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.returns.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the page of a new decision offers before anything is typed, so that a usual decision needs few keys. */
@Component
class Suggestions {

    private final JdbcClient jdbc;
    private final DecisionDocuments documents;
    private final LegalBases bases;
    private final LegalParameters parameters;
    private final Countries countries;

    Suggestions(
            JdbcClient jdbc,
            DecisionDocuments documents,
            LegalBases bases,
            LegalParameters parameters,
            Countries countries) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.bases = bases;
        this.parameters = parameters;
        this.countries = countries;
    }

    record Choice(
            String territory, String legalBasis, @Nullable Integer termMonths) {}

    DecisionForm form(
            DecisionKind kind,
            String institution,
            @Nullable String nationality,
            Finding finding,
            Language language,
            LocalDate day) {
        var choices = choices(kind, institution);
        var basis = choice(choices, "–").map(Choice::legalBasis).orElse("");
        // Removal without a term goes with a ban; an order only where there is a reason for one.
        var ban = kind.isOrder() ? "no" : "yes";
        var lv = choice(choices, "LV");
        var sch = choice(choices, "SCH");
        return new DecisionForm(
                Ids.next(),
                0,
                kind.name(),
                basis,
                nationality == null ? null : countries.name(nationality, language),
                kind.isOrder() ? String.valueOf(parameters.days("departure.term.max", day)) : null,
                reasons(basis, finding, day),
                ban,
                lv.map(Choice::legalBasis).orElse(null),
                lv.map(choice -> String.valueOf(choice.termMonths())).orElse(null),
                null,
                ban,
                sch.map(Choice::legalBasis).orElse(null),
                sch.map(choice -> String.valueOf(choice.termMonths())).orElse(null),
                null);
    }

    /** The reasons usual for the basis, with the facts of the finding; empty where no text is kept for it. */
    String reasons(String basis, Finding finding, LocalDate day) {
        return jdbc.sql(TEMPLATE)
                .param("basis", basis)
                .param("day", day)
                .query(String.class)
                .optional()
                .map(text -> text.replace("{found_on}", LatvianDates.locative(finding.foundOn()))
                        .replace("{unit}", documents.unitInFull(finding.unit()))
                        .replace("{finding_basis}", bases.citation(finding.legalBasis(), Language.LV))
                        .replace("{place}", finding.place()))
                .orElse("");
    }

    List<Choice> choices(DecisionKind kind, String institution) {
        return jdbc.sql(CHOICES)
                .param("institution", institution)
                .param("kind", kind.name())
                .query(Rows.of(Choice.class))
                .list();
    }

    private static Optional<Choice> choice(List<Choice> choices, String territory) {
        return choices.stream()
                .filter(choice -> choice.territory().equals(territory))
                .findFirst();
    }

    /** Where the person is a national and may be sent. */
    Optional<String> nationality(PersonId person) {
        return jdbc.sql(NATIONALITY)
                .param("person", person.value())
                .query(String.class)
                .optional();
    }

    static final String TEMPLATE = """
            select text
              from reasons_template
             where legal_basis = :basis and valid_from <= :day and (valid_to is null or valid_to >= :day)
             order by valid_from desc
             limit 1
            """;

    static final String CHOICES = """
            select territory, legal_basis, term_months
              from usual_choice
             where institution = :institution and kind = :kind
            """;

    static final String NATIONALITY = """
            select n.country
              from nationality n
              join identity i on i.id = n.identity_id and i.kind = 'PRIMARY'
              join country c on c.code = n.country
             where i.person_id = :person and c.kind in ('state', 'territory') and n.country <> 'LVA'
             order by n.country
             limit 1
            """;
}
