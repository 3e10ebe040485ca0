package lv.vmis.register.decision;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.register.document.DocumentFacts;
import lv.vmis.register.document.DocumentTemplates;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Option;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.LatvianDates;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.LegalBases;
import lv.vmis.register.reference.LegalParameters;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the page of a new decision offers before anything is typed, so that a usual decision needs few keys. */
@Component
class Suggestions {

    private final JdbcClient jdbc;
    private final DocumentFacts facts;
    private final DocumentTemplates templates;
    private final LegalBases bases;
    private final LegalParameters parameters;
    private final Countries countries;

    Suggestions(
            JdbcClient jdbc,
            DocumentFacts facts,
            DocumentTemplates templates,
            LegalBases bases,
            LegalParameters parameters,
            Countries countries) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.templates = templates;
        this.bases = bases;
        this.parameters = parameters;
        this.countries = countries;
    }

    record Choice(
            String territory, String legalBasis, @Nullable Integer termMonths) {}

    DecisionForm form(DecisionKind kind, String institution, CaseToDecide found, Language language, LocalDate day) {
        var choices = choices(kind, institution);
        var basis = choice(choices, "–").map(Choice::legalBasis).orElse("");
        // Removal without a term goes with a ban; an order only where there is a reason for one.
        var ban = kind.isOrder() ? "no" : "yes";
        var lv = choice(choices, "LV");
        var sch = choice(choices, "SCH");
        var nationality = found.nationality();
        var form = new DecisionForm(
                Ids.next(),
                0,
                kind.name(),
                basis,
                nationality == null ? null : countries.name(nationality, language),
                kind.isOrder() ? String.valueOf(parameters.days("departure.term.max", day)) : null,
                "",
                null,
                ban,
                lv.map(Choice::legalBasis).orElse(null),
                lv.map(choice -> String.valueOf(choice.termMonths())).orElse(null),
                null,
                ban,
                sch.map(Choice::legalBasis).orElse(null),
                sch.map(choice -> String.valueOf(choice.termMonths())).orElse(null),
                null);
        return form.reasons(reasons(null, basis, form, found, day));
    }

    /** The reasons of the template that was chosen, or else those usual for the basis; empty where no text is kept. */
    String reasons(@Nullable UUID chosen, String basis, DecisionForm form, CaseToDecide found, LocalDate day) {
        var values = values(form.destination(), form.termDays(), found);
        return templates
                .reasons(chosen, basis, day)
                .map(text -> text.filled(values))
                .orElse("");
    }

    /** The usual reasons for the basis with their fields in braces, to be filled in for each person; empty where none are kept. */
    String unfilled(String basis, LocalDate day) {
        return templates
                .reasons(null, basis, day)
                .map(text -> text.filled(Map.of()))
                .orElse("");
    }

    /** A text with fields in braces as it is for this person. */
    String filled(String text, @Nullable String destination, @Nullable String days, CaseToDecide found) {
        var filled = text;
        for (var value : values(destination, days, found).entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    private Map<String, String> values(@Nullable String destination, @Nullable String days, CaseToDecide found) {
        var finding = found.finding();
        var values = new HashMap<String, String>();
        values.put("found_on", LatvianDates.locative(finding.foundOn()));
        values.put("unit", facts.unitInFull(finding.unit()));
        values.put("finding_basis", bases.citation(finding.legalBasis(), finding.foundOn(), Language.LV));
        values.put("place", finding.place());
        values.put("name", found.bar().name());
        values.put("born", found.bar().birthDate().shown());
        values.put("nationality", found.bar().nationalitiesLv());
        put(values, "destination", destination);
        put(values, "days", days);
        return values;
    }

    /** The reasons that are offered for these legal bases, under what they are called. */
    List<Option> offered(Frame f, List<Option> bases) {
        return templates.reasons(bases.stream().map(Option::value).toList(), f.today()).stream()
                .map(one -> new Option(
                        one.id().toString(),
                        this.bases.citation(String.valueOf(one.legalBasis()), f.today(), f.language()) + " – "
                                + one.name()))
                .toList();
    }

    /** A field without a value stays in the text, and the form says so when it is sent. */
    private static void put(Map<String, String> values, String field, @Nullable String typed) {
        if (typed != null && !typed.isBlank()) {
            values.put(field, typed.strip());
        }
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
