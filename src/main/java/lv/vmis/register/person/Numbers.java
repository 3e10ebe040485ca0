package lv.vmis.register.person;

import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a number of the register names: a person, a case, a decision; and the number of a case. Nothing else is shown. */
@Component
class Numbers {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Numbers(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Nullable
    UUID personId(long number) {
        return one(PERSON, number);
    }

    @Nullable
    UUID caseId(String number) {
        return one(CASE, number);
    }

    @Nullable
    UUID decisionId(String number) {
        return one(DECISION, number);
    }

    /** The number of a case of this person; nothing when it is somebody else's. */
    @Nullable
    String ofCase(UUID caseId, PersonId person) {
        return transaction.execute(_ -> jdbc.sql(NUMBER)
                .param("id", caseId)
                .param("person", person.value())
                .query(String.class)
                .optional()
                .orElse(null));
    }

    /** The digits of "P-0001234". */
    static long digits(String number) {
        return Long.parseLong(number.replaceAll("[^0-9]", ""));
    }

    private @Nullable UUID one(String query, Object number) {
        return transaction.execute(_ -> jdbc.sql(query)
                .param("number", number)
                .query(UUID.class)
                .optional()
                .orElse(null));
    }

    static final String NUMBER = """
            select number from return_case where id = :id and person_id in (select * from records_of(:person))
            """;

    static final String PERSON = """
            select id from person where number = :number
            """;

    static final String CASE = """
            select id from return_case where number = :number
            """;

    static final String DECISION = """
            select id from decision where number = :number
            """;
}
