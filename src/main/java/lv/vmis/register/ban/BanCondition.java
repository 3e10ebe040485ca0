package lv.vmis.register.ban;

/**
 * What a list of bans may be narrowed by, each as its condition in SQL on {@code d}, the decision, {@code b}, the ban, and {@code t}, the
 * days it runs. Whatever is asked for is bound. Rare things are named so that the planner finds them along an index; what cannot be said
 * of a column stands in a case, lest the planner take it for rare and sort a million to find a page.
 */
enum BanCondition {
    STATE("case when t.state = :state then true end"),
    /** Of today: few are suspended, and what few are is kept beside the ban. */
    SUSPENDED("b.suspended_on is not null"),
    /** Of a past day: who ever was. */
    EVER_SUSPENDED("""
            b.decision_id in (select f.decision_id from follow_up f where f.kind = 'SUSPEND' and f.signed_at is not null
                              union
                              select r.decision_id from remedy r where r.suspends)"""),
    CANCELLED("b.cancelled_on <= :day"),
    TERRITORY("b.territory = :territory"),
    KEEPER("d.institution = :decider and d.decider is null and d.kind <> 'COURT_EXPULSION'"),
    DECIDER("d.decider = :decider"),
    COURT("d.kind = 'COURT_EXPULSION'"),
    LEGAL_BASIS("b.legal_basis = :basis"),
    NATIONALITY("i.id in (select n.identity_id from nationality n where n.country = :nationality)"),
    NATIONALITY_OF_MANY("""
            case when exists (select 1 from nationality n where n.identity_id = i.id and n.country = :nationality)
                 then true end"""),
    BORN("i.birth_earliest between :born_from and :born_to"),
    LIMITED("case when coalesce(b.reduced_months, b.term_months) is not null then true end"),
    INDEFINITE("b.term_months is null and b.reduced_months is null"),
    ENDS("b.last_on between :ends_from and :ends_to"),
    AFTER(
            "(d.decided_on, d.id) <= (:last_day, :last_decision) and (d.decided_on, d.id, b.id) < (:last_day, :last_decision, :last)"),
    AFTER_IN_END("(b.last_on, b.id) > (:last_end, :last)");

    private final String where;

    BanCondition(String where) {
        this.where = where;
    }

    String where() {
        return where;
    }
}
