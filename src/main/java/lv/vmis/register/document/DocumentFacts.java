package lv.vmis.register.document;

import java.time.LocalDate;
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
import lv.vmis.register.kernel.Bilingual;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.reference.Codes;
import lv.vmis.register.reference.Countries;
import lv.vmis.register.reference.LegalBases;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What every document says, in Latvian: from which institution it is, about which person, and who signs. */
@Component
public class DocumentFacts {

    private static final Language LV = Language.LV;
    private static final String GENERATED = "DEMONSTRĀCIJA – nav īsts dokuments";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Units units;
    private final Countries countries;
    private final Codes codes;
    private final LegalBases bases;
    private final LegalParameters parameters;
    private final PdfPrinter printer;
    private final EdgeSettings settings;

    DocumentFacts(
            JdbcClient jdbc,
            Accounts accounts,
            Units units,
            Countries countries,
            Codes codes,
            LegalBases bases,
            LegalParameters parameters,
            PdfPrinter printer,
            EdgeSettings settings) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.units = units;
        this.countries = countries;
        this.codes = codes;
        this.bases = bases;
        this.parameters = parameters;
        this.printer = printer;
        this.settings = settings;
    }

    public DecisionDocument.Issuer issuer(String institution, String unit) {
        return new DecisionDocument.Issuer(
                units.institutionName(institution, LV),
                units.institutionName("IEM", LV),
                units.name(unit, LV),
                address(unit),
                null);
    }

    /**
     * How to defend oneself against an act of the institution.
     *
     * @param parameter the term for contesting it
     */
    public DecisionDocument.Appeal appeal(String institution, String unit, String parameter, LocalDate day) {
        var contest = parameters.get(parameter, day);
        var decides = units.institution(institution).orElseThrow();
        var court = units.institution("ART").orElseThrow();
        var courtLaw = parameters.get("court.appeal", day);
        var name = units.institutionName(institution, Language.EN);
        return new DecisionDocument.Appeal(
                new Bilingual(decides.nameLvGenitive() + " priekšnieks", "the head of the institution (" + name + ")"),
                new Bilingual(
                        Objects.requireNonNullElse(joined(decides.nameLv(), address(unit)), decides.nameLv()),
                        Objects.requireNonNullElse(joined(name, address(unit)), name)),
                parameters.days(contest.code(), day),
                contest.cited(),
                new Bilingual(
                        Objects.requireNonNullElse(court.nameLvLocative(), court.nameLv()),
                        units.institutionName("ART", Language.EN)),
                parameters.days("court.appeal", day),
                courtLaw.cited());
    }

    /** A legal basis as the day of the document knows it. */
    public Bilingual citation(String basis, LocalDate day) {
        return new Bilingual(bases.citation(basis, day, LV), bases.citation(basis, day, Language.EN));
    }

    public @Nullable Bilingual country(@Nullable String code) {
        return code == null ? null : new Bilingual(countries.name(code, LV), countries.name(code, Language.EN));
    }

    public Bilingual code(String list, String code) {
        return new Bilingual(codes.text(list, code, LV), codes.text(list, code, Language.EN));
    }

    /** Whether the person is a national of the State. */
    public boolean isNational(PersonId person, @Nullable String country) {
        return jdbc.sql(NATIONALITIES).param("person", person.value()).query(Rows.of(Nationality.class)).list().stream()
                .anyMatch(nationality -> nationality.country().equals(country));
    }

    /** What stands on each page where nothing is real. */
    public @Nullable String watermark() {
        return settings.env().isGenerated() ? GENERATED : null;
    }

    public String place(String unit) {
        return jdbc.sql(PLACE)
                .param("unit", unit)
                .query(String.class)
                .optional()
                .orElse("Rīgā");
    }

    public @Nullable String address(@Nullable String unit) {
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

    public DecisionDocument.Person person(PersonId person) {
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

    public List<DecisionDocument.PersonDocument> papers(PersonId person) {
        return jdbc.sql(PAPERS).param("person", person.value()).query(Rows.of(Paper.class)).list().stream()
                .map(paper -> new DecisionDocument.PersonDocument(
                        codes.text("document_type", paper.type(), LV),
                        paper.number(),
                        countries.name(paper.issuer(), LV),
                        paper.expiresOn()))
                .toList();
    }

    /** "Valsts robežsardzes Rīgas pārvaldes imigrācijas dienests". */
    public String unitInFull(String code) {
        var unit = units.find(code);
        return unit.flatMap(found -> units.institution(found.institution()))
                .map(institution ->
                        institution.nameLvGenitive() + " " + unit.orElseThrow().nameLv())
                .orElse(code);
    }

    public DecisionDocument.Signatory signatory(@Nullable Actor by) {
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

    public static @Nullable String joined(@Nullable String first, @Nullable String second) {
        var parts = Stream.of(first, second)
                .filter(part -> part != null && !part.isBlank())
                .toList();
        return parts.isEmpty() ? null : String.join(", ", parts);
    }

    /** "A. Kalniņa, inspektore". */
    public String nameAndPosition(UUID account) {
        return accounts.byId(account)
                .map(found -> found.name() + ", " + found.position())
                .orElse("");
    }

    /** An official who signed earlier. */
    public Actor signed(UUID account) {
        var found = accounts.byId(account).orElseThrow();
        return new Actor(
                found.id(),
                found.name(),
                found.role(),
                found.institution(),
                found.unit(),
                null,
                null,
                null,
                Ids.next());
    }

    /** The names of those who had a hand in a decision. */
    public String name(@Nullable UUID account) {
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
