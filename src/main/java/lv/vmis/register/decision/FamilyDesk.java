package lv.vmis.register.decision;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.edge.NotFound;
import lv.vmis.register.edge.Purposes;
import lv.vmis.register.journal.Looks;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Refusal;
import lv.vmis.register.person.Persons;
import lv.vmis.register.returns.ReturnCase;
import lv.vmis.register.returns.ReturnCases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the cases of all who were found together, for an official who decides them at once: one look at everybody. */
@Component
class FamilyDesk {

    private final JdbcClient jdbc;
    private final ReturnCases cases;
    private final Decisions decisions;
    private final Decidable decidable;
    private final Suggestions suggestions;
    private final Persons persons;
    private final Purposes purposes;
    private final Looks looks;
    private final TransactionTemplate transaction;

    FamilyDesk(
            JdbcClient jdbc,
            ReturnCases cases,
            Decisions decisions,
            Decidable decidable,
            Suggestions suggestions,
            Persons persons,
            Purposes purposes,
            Looks looks,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.decisions = decisions;
        this.decidable = decidable;
        this.suggestions = suggestions;
        this.persons = persons;
        this.purposes = purposes;
        this.looks = looks;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** One of those found together, and why nothing can be decided about him, if that is so. */
    record Member(CaseToDecide found, @Nullable Refusal obstacle) {}

    /** Everybody found together with the person of the case and himself, in the order they were entered. */
    List<Member> open(UUID caseId, Actor by) {
        var first = Objects.requireNonNull(transaction.execute(_ -> cases.find(caseId)))
                .orElseThrow(NotFound::new);
        return looks.at(
                by,
                "decision.family",
                purposes.at(by, first.personId(), caseId),
                () -> together(caseId).stream()
                        .map(each -> member(cases.find(each).orElseThrow(), by))
                        .toList(),
                members -> members.stream()
                        .map(member -> member.found().returnCase().personId())
                        .distinct()
                        .toList());
    }

    /** What is decided about them: read in the transaction that decides. */
    List<CaseToDecide> found(UUID caseId) {
        return together(caseId).stream()
                .map(each -> found(cases.find(each).orElseThrow()))
                .toList();
    }

    private List<UUID> together(UUID caseId) {
        return jdbc.sql(TOGETHER)
                .param("case", caseId)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private Member member(ReturnCase each, Actor by) {
        return new Member(found(each), decidable.obstacle(each, by));
    }

    private CaseToDecide found(ReturnCase each) {
        return new CaseToDecide(
                each,
                persons.bar(each.personId()).orElseThrow(),
                cases.findings(each.id()).getLast(),
                decisions.openDraft(each.id()).orElse(null),
                suggestions.nationality(each.personId()).orElse(null),
                decisions.leftUndecided(each.id()).orElse(null),
                decisions.suspended(each.personId()).orElse(null),
                null);
    }

    static final String TOGETHER = """
            select c.id
              from return_case c
             where (c.id = :case or c.group_id = (select g.group_id from return_case g where g.id = :case))
               and exists (select 1 from finding f where f.case_id = c.id)
             order by c.number
            """;
}
