package lv.vmis.register.selection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lv.vmis.register.ban.BanState;
import lv.vmis.register.decision.DecisionState;
import lv.vmis.register.kernel.Actor;
import lv.vmis.register.kernel.Right;

/**
 * The fields a list may be selected by: of what, how compared, who may use it, and the condition in SQL. Nothing else of a
 * selection becomes SQL; what is asked for is bound to the names that stand here. Names that are wider than a field:
 * {@code day} is today, {@code adult} the last birthday of who is of age today, {@code bits} a legal parameter.
 */
public enum Field {
    NATIONALITY(Thing.PERSON, Operator.ANY_STATE, Right.SELECT_PERSONS, """
            exists (select 1
                      from person m
                      join identity o on o.person_id = m.id and o.kind <> 'MISUSED'
                      join nationality n on n.identity_id = o.id
                     where m.head_id = p.id and n.country = any(cast(:nationality as text[])))"""),
    SEX(Thing.PERSON, Operator.ANY_OF, Right.SELECT_PERSONS, """
            i.sex = any(cast(:sex as text[]))"""),
    AGE(Thing.PERSON, Operator.NUMBERS, Right.SELECT_PERSONS, """
            i.birth_latest >= :age_from and i.birth_earliest <= :age_to"""),
    BIRTH_YEAR(Thing.PERSON, Operator.NUMBERS, Right.SELECT_PERSONS, """
            i.birth_latest >= :birth_year_from and i.birth_earliest <= :birth_year_to"""),
    BORN(Thing.PERSON, Operator.DAYS, Right.SEE_PERSON, """
            i.birth_latest >= :born_from and i.birth_earliest <= :born_to"""),
    MINOR(Thing.PERSON, Operator.YES_NO, Right.SELECT_PERSONS, """
            i.birth_latest > :adult"""),
    UNACCOMPANIED(Thing.PERSON, Operator.YES_NO, Right.SEE_SPECIAL, """
            exists (select 1 from person m join vulnerability v on v.person_id = m.id
                     where m.head_id = p.id and v.vulnerability = 'UAM' and v.valid_from <= :day
                       and (v.valid_to is null or v.valid_to >= :day))"""),
    WARNING(Thing.PERSON, Operator.ANY_OF, Right.SEE_PERSON, """
            exists (select 1 from person m join warning w on w.person_id = m.id
                     where m.head_id = p.id and w.warning = any(cast(:warning as text[])) and w.valid_from <= :day
                       and (w.valid_to is null or w.valid_to >= :day))"""),
    PRESENT(Thing.PERSON, Operator.YES_NO, Right.SELECT_PERSONS, """
            exists (select 1 from person m join return_case c on c.person_id = m.id
                     where m.head_id = p.id
                       and not exists (select 1 from departure e where e.case_id = c.id and e.departed_on <= :day))"""),
    DUPLICATE(Thing.PERSON, Operator.YES_NO, Right.SEE_PERSON, """
            (exists (select 1 from likeness l where l.one_id = p.id
                        and likeness_state(l.one_id, l.other_id, l.score, :bits) in ('OPEN', 'UNSURE'))
             or exists (select 1 from likeness l where l.other_id = p.id
                           and likeness_state(l.one_id, l.other_id, l.score, :bits) in ('OPEN', 'UNSURE')))"""),

    FOUND(Thing.FINDING, Operator.DAYS, Right.SELECT_PERSONS, """
            f.found_on between :found_from and :found_to"""),
    FOUND_PLACE(Thing.FINDING, Operator.ANY_OF, Right.SELECT_PERSONS, """
            f.place_kind = any(cast(:found_place as text[]))"""),
    FOUND_POINT(Thing.FINDING, Operator.ANY_OF, Right.SELECT_PERSONS, """
            f.crossing_point = any(cast(:found_point as text[]))"""),
    FOUND_UNIT(Thing.FINDING, Operator.ANY_OF, Right.SELECT_PERSONS, """
            f.unit = any(cast(:found_unit as text[]))"""),

    DECISION_KIND(Thing.DECISION, Operator.ANY_OF, Right.SELECT_PERSONS, """
            d.kind = any(cast(:decision_kind as text[]))"""),
    DECISION_STATE(Thing.DECISION, Operator.ANY_OF, Right.SELECT_PERSONS, DecisionState.CODE_IN_SQL + """
            = any(cast(:decision_state as text[]))"""),
    DECISION_BODY(Thing.DECISION, Operator.ANY_OF, Right.SELECT_PERSONS, """
            d.institution = any(cast(:decision_body as text[]))"""),
    DECIDED(Thing.DECISION, Operator.DAYS, Right.SELECT_PERSONS, """
            d.decided_on between :decided_from and :decided_to"""),

    BAN_TERRITORY(Thing.BAN, Operator.ANY_OF, Right.SELECT_PERSONS, """
            b.territory = any(cast(:ban_territory as text[]))"""),
    BAN_STATE(Thing.BAN, Operator.ANY_OF, Right.SELECT_PERSONS, BanState.CODE_IN_SQL + """
            = any(cast(:ban_state as text[]))"""),
    BAN_TERM(Thing.BAN, Operator.NUMBERS, Right.SELECT_PERSONS, """
            b.term_months between :ban_term_from and :ban_term_to"""),
    BAN_FROM(Thing.BAN, Operator.DAYS, Right.SELECT_PERSONS, """
            b.from_day between :ban_from_from and :ban_from_to"""),
    BAN_TO(Thing.BAN, Operator.DAYS, Right.SELECT_PERSONS, """
            b.to_day between :ban_to_from and :ban_to_to"""),

    DEPARTED(Thing.PERSON, Operator.YES_NO, Right.SELECT_PERSONS, """
            exists (select 1 from person m join departure e on e.person_id = m.id where m.head_id = p.id)"""),
    DEPARTED_ON(Thing.DEPARTURE, Operator.DAYS, Right.SELECT_PERSONS, """
            e.departed_on between :departed_on_from and :departed_on_to"""),
    RETURN_TYPE(Thing.DEPARTURE, Operator.ANY_OF, Right.SELECT_PERSONS, """
            e.return_type = any(cast(:return_type as text[]))"""),
    DESTINATION(Thing.DEPARTURE, Operator.ANY_STATE, Right.SELECT_PERSONS, """
            e.destination = any(cast(:destination as text[]))"""),

    ENTERED_UNIT(Thing.RECORD, Operator.ANY_OF, Right.SELECT_PERSONS, """
            m.unit = any(cast(:entered_unit as text[]))"""),
    ENTERED(Thing.RECORD, Operator.DAYS, Right.SELECT_PERSONS, """
            (m.entered_at at time zone 'Europe/Riga')::date between :entered_from and :entered_to"""),
    // Last changed: an act in those days, and none after them. Each list of acts is read once; as a join it could be
    // read anew for every person, as the planner knows little of arrays.
    CHANGED(Thing.PERSON, Operator.DAYS, Right.SELECT_PERSONS, """
            case
                when p.id in (select m.head_id
                                from entry a
                               cross join unnest(a.persons) as about (id)
                                join person m on m.id = about.id
                               where a.kind = 'act' and a.at >= cast(:changed_from as date)::timestamp at time zone 'Europe/Riga'
                                 and a.at < (cast(:changed_to as date) + 1)::timestamp at time zone 'Europe/Riga')
                then p.id not in (select m.head_id
                                    from entry a
                                   cross join unnest(a.persons) as about (id)
                                    join person m on m.id = about.id
                                   where a.kind = 'act'
                                     and a.at >= (cast(:changed_to as date) + 1)::timestamp at time zone 'Europe/Riga')
            end""");

    private final Thing thing;
    private final Operator operator;
    private final Right right;
    private final String where;

    Field(Thing thing, Operator operator, Right right, String where) {
        this.thing = thing;
        this.operator = operator;
        this.right = right;
        this.where = where;
    }

    Thing thing() {
        return thing;
    }

    /** The section of the form it stands in: with what it is like, whatever it is asked of. */
    public Thing section() {
        return switch (this) {
            case DEPARTED -> Thing.DEPARTURE;
            case CHANGED, DUPLICATE -> Thing.RECORD;
            default -> thing;
        };
    }

    public Operator operator() {
        return operator;
    }

    /** The condition, to which its values are bound. */
    String where() {
        return where;
    }

    /** The name of its bound values. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name in the form. */
    public String path() {
        return parameter().replace('_', '-');
    }

    public boolean isOpenTo(Actor by) {
        return by.may(right);
    }

    public static List<Field> of(Thing section, Actor by) {
        return Arrays.stream(values())
                .filter(field -> field.section() == section && field.isOpenTo(by))
                .toList();
    }
}
