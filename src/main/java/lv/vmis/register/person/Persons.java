package lv.vmis.register.person;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Rows;
import lv.vmis.register.person.NewPerson.NewDocument;
import lv.vmis.register.reading.DocumentNumbers;
import lv.vmis.register.reading.Latin;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persons as stored: identities, documents and addresses. */
@Component
public class Persons {

    private final JdbcClient jdbc;
    private final Clock clock;

    Persons(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What stands above every page of the person. */
    public Optional<PersonBar> bar(PersonId person) {
        return jdbc.sql(BAR)
                .param("person", person.value())
                .param("day", LocalDate.now(clock))
                .query(Rows.of(PersonBar.class))
                .optional();
    }

    /** Writers of one person come one after another, by whichever of his records, until the transaction ends. */
    public void lock(PersonId person) {
        lockedHead(person);
    }

    /** Two new persons with the same document are entered one after another, so that the second is noticed. */
    public void lockDocument(NewDocument document) {
        jdbc.sql(LOCK)
                .param("person", document.issuer() + DocumentNumbers.key(document.number()))
                .query((_, _) -> Boolean.TRUE)
                .single();
    }

    /** The person who holds the document, if one is known. */
    public Optional<PersonId> holder(String number, String issuer) {
        return jdbc.sql(HOLDER)
                .param("number_key", DocumentNumbers.key(number))
                .param("issuer", issuer)
                .query((row, _) -> new PersonId(row.getObject("person_id", UUID.class)))
                .optional();
    }

    /** The record that speaks for the person: the record itself unless it is joined to another. */
    public PersonId head(PersonId person) {
        return jdbc.sql(HEAD)
                .param("person", person.value())
                .query((row, _) -> new PersonId(row.getObject("head_id", UUID.class)))
                .optional()
                .orElse(person);
    }

    /** As {@link #head}, once nobody else can join or part him before this transaction ends. */
    public PersonId lockedHead(PersonId person) {
        while (true) {
            var head = head(person);
            jdbc.sql(LOCK)
                    .param("person", head.toString())
                    .query((_, _) -> Boolean.TRUE)
                    .single();
            if (head(person).equals(head)) {
                return head;
            }
        }
    }

    /** Adds a person with one identity, and a document and an address if given. */
    public PersonId add(NewPerson person, Actor by) {
        var id = PersonId.next();
        var identity = Ids.next();
        var now = utc(clock.instant());
        jdbc.sql(ADD_PERSON)
                .param("id", id.value())
                .param("at", now)
                .param("by", by.account())
                .param("institution", by.institution())
                .param("unit", by.unit())
                .update();
        jdbc.sql(ADD_IDENTITY)
                .param("id", identity)
                .param("person", id.value())
                .param("family_name", person.familyName())
                .param("given_names", person.givenNames())
                .param("patronymic", person.patronymic())
                .param("original_name", person.originalName())
                .param(
                        "name_key",
                        nameKey(person.familyName(), person.givenNames(), person.patronymic(), person.originalName()))
                .param("sex", person.sex())
                .param("birth_date", person.birthDate().toString())
                .param("birth_earliest", person.birthDate().earliest())
                .param("birth_latest", person.birthDate().latest())
                .param("birth_country", person.birthCountry())
                .param("birth_place", person.birthPlace())
                .param("personal_code", person.personalCode())
                .param("personal_code_country", person.personalCode() == null ? null : person.nationality())
                .param("source", person.source())
                .param("at", now)
                .param("by", by.account())
                .update();
        jdbc.sql(ADD_NATIONALITY)
                .param("identity", identity)
                .param("country", person.nationality())
                .param("type", person.nationalityType())
                .update();
        if (person.document() != null) {
            add(id, person.document(), now, by);
        }
        if (person.address() != null) {
            jdbc.sql(ADD_ADDRESS)
                    .param("id", Ids.next())
                    .param("person", id.value())
                    .param("country", person.address().country())
                    .param("text", person.address().text())
                    .param("at", now)
                    .param("by", by.account())
                    .update();
        }
        return id;
    }

    private void add(PersonId person, NewDocument document, OffsetDateTime now, Actor by) {
        jdbc.sql(ADD_DOCUMENT)
                .param("id", Ids.next())
                .param("person", person.value())
                .param("type", document.type())
                .param("number", document.number())
                .param("number_key", DocumentNumbers.key(document.number()))
                .param("issuer", document.issuer())
                .param("authority", document.authority())
                .param("issued_on", document.issuedOn())
                .param("expires_on", document.expiresOn())
                .param("mrz", document.mrz())
                .param("source", document.mrz() == null ? "DOCUMENT" : "MRZ")
                .param("at", now)
                .param("by", by.account())
                .update();
    }

    /** Every folded spelling of the names, for searching; each word stands between blanks. */
    static String nameKey(@Nullable String... names) {
        return Arrays.stream(names)
                .filter(name -> name != null)
                .flatMap(name -> Latin.foldings(name).stream())
                .distinct()
                .collect(Collectors.joining(" ", " ", " "));
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static final String BAR = """
            select p.id, p.number, i.family_name, i.given_names, i.birth_date, i.sex,
                   coalesce((select string_agg(c.name_lv, ', ' order by c.name_lv collate "lv-x-icu")
                               from nationality n join country c on c.code = n.country
                              where n.identity_id = i.id), '') as nationalities_lv,
                   coalesce((select string_agg(c.name_en, ', ' order by c.name_en)
                               from nationality n join country c on c.code = n.country
                              where n.identity_id = i.id), '') as nationalities_en,
                   coalesce((select string_agg(distinct c.text_lv, ', ')
                               from vulnerability v join code c on c.list = 'vulnerability' and c.code = v.vulnerability
                              where v.person_id in (select * from records_of(p.id))
                                and v.valid_from <= :day and coalesce(v.valid_to, 'infinity') >= :day), '') as vulnerabilities_lv,
                   coalesce((select string_agg(distinct c.text_en, ', ')
                               from vulnerability v join code c on c.list = 'vulnerability' and c.code = v.vulnerability
                              where v.person_id in (select * from records_of(p.id))
                                and v.valid_from <= :day and coalesce(v.valid_to, 'infinity') >= :day), '') as vulnerabilities_en,
                   (select count(*) from ban_clock b
                      left join bans_superseded(p.head_id, :day) s on s.ban_id = b.id
                     where b.person_id in (select * from records_of(p.id))
                       and b.from_day <= :day and (b.to_day is null or b.to_day >= :day) and s.ban_id is null) as bans,
                   (select count(*) from ban_clock b join ban x on x.id = b.id
                     where b.person_id in (select * from records_of(p.id)) and b.from_day is null
                       and (x.suspended_on is null or x.suspended_on > :day)) as pending_bans,
                   (select count(*) from ban_clock b join ban x on x.id = b.id
                     where b.person_id in (select * from records_of(p.id)) and x.suspended_on <= :day
                       and (x.cancelled_on is null or x.cancelled_on > :day)
                       and coalesce(x.term_ends_on >= :day, true)) as suspended_bans,
                   (select count(*) from decision d
                     where d.person_id in (select * from records_of(p.id)) and d.signed_at is not null
                       and d.departed_on is null and d.cancelled_on is null
                       and d.kind <> 'ENTRY_BAN') as open_decisions,
                   (select count(*) from person m where m.head_id = p.id) as records,
                   (select count(*) from file f
                     where f.person_id in (select * from records_of(p.id))
                       and f.withdrawn_at is null and f.malware is null) as files,
                   exists (select 1 from file f
                            where f.person_id in (select * from records_of(p.id)) and f.kind = 'FACE'
                              and f.withdrawn_at is null and f.malware is null) as has_face,
                   (select d.id from detention d
                     where d.person_id in (select * from records_of(p.id)) and d.released_at is null
                     limit 1) as detention,
                   asked.number as asked
              from person asked
              join person p on p.id = asked.head_id
              join identity i on i.person_id = p.id and i.kind = 'PRIMARY'
             where asked.id = :person
            """;

    static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended(:person, 0))
            """;

    static final String HEAD = """
            select head_id from person where id = :person
            """;

    static final String HOLDER = """
            select p.head_id as person_id
              from document d
              join person p on p.id = d.person_id
             where d.number_key = :number_key and d.issuer = :issuer
             order by d.noted_at
             limit 1
            """;

    static final String ADD_PERSON = """
            insert into person (id, head_id, entered_at, entered_by, institution, unit)
            values (:id, :id, :at, :by, :institution, :unit)
            """;

    static final String ADD_IDENTITY = """
            insert into identity (id, person_id, kind, family_name, given_names, patronymic, original_name, name_key, sex,
                                  birth_date, birth_earliest, birth_latest, birth_country, birth_place, personal_code,
                                  personal_code_country, source, noted_at, noted_by)
            values (:id, :person, 'PRIMARY', :family_name, :given_names, :patronymic, :original_name, :name_key, :sex,
                    :birth_date, :birth_earliest, :birth_latest, :birth_country, :birth_place, :personal_code,
                    :personal_code_country, :source, :at, :by)
            """;

    static final String ADD_NATIONALITY = """
            insert into nationality (identity_id, country, type)
            values (:identity, :country, :type)
            """;

    static final String ADD_DOCUMENT = """
            insert into document (id, person_id, type, number, number_key, issuer, authority, issued_on, expires_on, mrz,
                                  source, noted_at, noted_by)
            values (:id, :person, :type, :number, :number_key, :issuer, :authority, :issued_on, :expires_on, :mrz,
                    :source, :at, :by)
            """;

    static final String ADD_ADDRESS = """
            insert into address (id, person_id, country, text, source, noted_at, noted_by)
            values (:id, :person, :country, :text, 'STATED', :at, :by)
            """;
}
