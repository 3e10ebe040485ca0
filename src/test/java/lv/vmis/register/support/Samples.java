package lv.vmis.register.support;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.journal.Committing;
import lv.vmis.register.kernel.Acting;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.PartialDate;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.reading.DocumentNumbers;
import lv.vmis.register.reading.Latin;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Invented people, decisions and bans, written straight into the tables so that a test of one module needs no other. */
public final class Samples {

    private static final AtomicInteger NEXT = new AtomicInteger(1);
    private static final OffsetDateTime AT = OffsetDateTime.of(2020, 1, 1, 9, 0, 0, 0, ZoneOffset.UTC);
    private static final UUID INSPECTOR = new UUID(1, 1);
    private static final UUID DECIDER = new UUID(1, 2);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<Committing> following;

    public Samples(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this(jdbc, transactions, List.of());
    }

    /** @param following who is told at once of what no act of the journal tells, as the index in which checks find persons */
    public Samples(JdbcClient jdbc, PlatformTransactionManager transactions, List<Committing> following) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.following = following;
    }

    public static Actor official(Role role, String institution, String unit) {
        return new Actor(
                Ids.next(),
                "Anna Liepa",
                role,
                institution,
                unit,
                null,
                Ids.next().toString(),
                "127.0.0.1",
                Ids.next());
    }

    public static Actor guard() {
        return official(Role.GUARD, "VRS", "VRS_RKP_RIX");
    }

    /** A surname like nobody else's: thousands of namesakes would keep the search for duplicates busy. */
    public static String name() {
        return number().chars()
                .map(digit -> 'a' + digit % 26)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A document number that no other sample has, nor one like it. */
    public static String number() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 12).toUpperCase(java.util.Locale.ROOT);
    }

    private void as(Runnable work) {
        try {
            Acting.as(guard(), () -> {
                transaction.executeWithoutResult(_ -> work.run());
                return Boolean.TRUE;
            });
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public UUID person(String family, @Nullable String given, String birth, String nationality) {
        var id = Ids.next();
        as(() -> jdbc.sql("""
                insert into person (id, head_id, entered_at, entered_by, institution, unit)
                values (:id, :id, :at, :by, 'VRS', 'VRS_RIGA_IMIGRACIJA')
                """)
                .param("id", id)
                .param("at", AT)
                .param("by", INSPECTOR)
                .update());
        identity(id, "PRIMARY", family, given, birth, nationality);
        return id;
    }

    public void identity(
            UUID person,
            String kind,
            String family,
            @Nullable String given,
            String birth,
            @Nullable String nationality) {
        var id = Ids.next();
        var date = PartialDate.valueOf(birth);
        var key = Stream.of(family, given == null ? "" : given)
                .flatMap(name -> Latin.foldings(name).stream())
                .distinct()
                .collect(Collectors.joining(" ", " ", " "));
        var told = new ArrayList<Runnable>();
        as(() -> {
            jdbc.sql("""
                    insert into identity (id, person_id, kind, family_name, given_names, name_key, sex, birth_date,
                                          birth_earliest, birth_latest, source, noted_at, noted_by)
                    values (:id, :person, :kind, :family, :given, :key, 'M', :birth, :earliest, :latest, 'DOCUMENT',
                            :at, :by)
                    """)
                    .param("id", id)
                    .param("person", person)
                    .param("kind", kind)
                    .param("family", family)
                    .param("given", given)
                    .param("key", key)
                    .param("birth", birth)
                    .param("earliest", date.earliest())
                    .param("latest", date.latest())
                    .param("at", AT)
                    .param("by", INSPECTOR)
                    .update();
            if (nationality != null) {
                jdbc.sql("insert into nationality (identity_id, country, type) values (:id, :country, 'CITIZEN')")
                        .param("id", id)
                        .param("country", nationality)
                        .update();
            }
            following.forEach(one -> told.add(one.changed(List.of(new PersonId(person)))));
        });
        told.forEach(Runnable::run);
    }

    public void document(UUID person, String number, String issuer) {
        as(() -> jdbc.sql("""
                insert into document (id, person_id, type, number, number_key, issuer, source, noted_at, noted_by)
                values (:id, :person, 'P', :number, :key, :issuer, 'DOCUMENT', :at, :by)
                """)
                .param("id", Ids.next())
                .param("person", person)
                .param("number", number)
                .param("key", DocumentNumbers.key(number))
                .param("issuer", issuer)
                .param("at", AT)
                .param("by", INSPECTOR)
                .update());
    }

    /** A signed removal decision. */
    public UUID decision(UUID person, LocalDate decidedOn) {
        var id = Ids.next();
        var returnCase = Ids.next();
        var n = NEXT.getAndIncrement();
        as(() -> {
            jdbc.sql("""
                    insert into return_case (id, number, person_id, opened_on, opened_by, institution, unit, competent)
                    values (:id, :number, :person, :day, :by, 'VRS', 'VRS_RIGA_IMIGRACIJA', 'VRS')
                    """)
                    .param("id", returnCase)
                    .param("number", "L-1999-%06d".formatted(n))
                    .param("person", person)
                    .param("day", decidedOn)
                    .param("by", INSPECTOR)
                    .update();
            jdbc.sql("""
                    insert into decision (id, case_id, person_id, kind, institution, unit, legal_basis, destination,
                                          reasons, prepared_by, prepared_at, signed_by, signed_at, decided_on, number,
                                          number_year, number_in_year)
                    values (:id, :case, :person, 'REMOVAL', 'VRS', 'VRS_RIGA_IMIGRACIJA', 'IL2002-46-1', 'VNM', 'Fakti',
                            :inspector, :at, :decider, :at, :day, :number, 1999, :n)
                    """)
                    .param("id", id)
                    .param("case", returnCase)
                    .param("person", person)
                    .param("inspector", INSPECTOR)
                    .param("decider", DECIDER)
                    .param("at", AT)
                    .param("day", decidedOn)
                    .param("number", "VRS-L-1999-%05d".formatted(n))
                    .param("n", n)
                    .update();
        });
        return id;
    }

    public void ban(UUID person, UUID decision, String territory, @Nullable Integer months) {
        as(() -> jdbc.sql("""
                insert into ban (id, decision_id, person_id, territory, legal_basis, term_months, noted_by, noted_at)
                values (:id, :decision, :person, :territory, 'IL2002-61-1-1', :months, :by, :at)
                """)
                .param("id", Ids.next())
                .param("decision", decision)
                .param("person", person)
                .param("territory", territory)
                .param("months", months)
                .param("by", INSPECTOR)
                .param("at", AT)
                .update());
    }

    /** The person left under the decision; its bans run from that day. */
    public void departure(UUID person, UUID decision, LocalDate day) {
        as(() -> jdbc.sql("""
                insert into departure (id, case_id, decision_id, person_id, departed_on, crossing_point, destination,
                                       return_type, source, note, confirmed_by, confirmed_at)
                select :id, d.case_id, d.id, d.person_id, :day, 'LIDOSTA_RIGA', 'VNM', 'VOLUNTARY', 'VRS', 'Zīmogs', :by, now()
                  from decision d
                 where d.id = :decision and d.person_id = :person
                """)
                .param("id", Ids.next())
                .param("day", day)
                .param("by", INSPECTOR)
                .param("decision", decision)
                .param("person", person)
                .update());
    }

    /** A person who left on the day under a ban for the territory. */
    public UUID banned(
            String family, String given, String birth, String nationality, LocalDate left, @Nullable Integer months) {
        var person = person(family, given, birth, nationality);
        var decision = decision(person, left.minusDays(10));
        ban(person, decision, "SCH", months);
        departure(person, decision, left);
        return person;
    }
}
