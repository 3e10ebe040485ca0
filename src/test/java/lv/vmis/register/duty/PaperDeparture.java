package lv.vmis.register.duty;

import static lv.vmis.register.duty.ProcedureModel.day;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import lv.vmis.register.duty.ProcedureModel.Official;

/** That somebody has left under a decision, by himself or by force: the part of {@link Paper} about it. */
final class PaperDeparture {

    private PaperDeparture() {}

    static Set<String> told(Paper paper, Official who, ProcedureModel.Left how, Instant now) {
        var on = how.on();
        if (paper.signed == null) {
            return Set.of("NOT_SIGNED");
        }
        if (paper.of.closed != null) {
            return Set.of("CASE_CLOSED");
        }
        if (paper.cancelledOn() != null) {
            return Set.of("IS_CANCELLED");
        }
        if (paper.served == null) {
            return Set.of("NOT_SERVED");
        }
        if (paper.of.left != null) {
            return Set.of(paper.departed != null ? "ALREADY_DEPARTED" : "HAS_LEFT");
        }
        var gone = paper.leftSince();
        if (gone != null && !on.isBefore(gone)) {
            return Set.of("LEFT_UNDER_OTHER");
        }
        if (how.isForced() && !who.institution().equals("VRS")) {
            return Set.of("ONLY_BORDER_GUARD");
        }
        var mine = paper.signed;
        if (paper.of.papers.stream()
                .anyMatch(later -> later.signed != null
                        && later.signed.isAfter(mine)
                        && later.served != null
                        && later.cancelledOn() == null)) {
            return Set.of("LATER_SERVED");
        }
        if (!how.isForced() && paper.of.person.held().anyMatch(one -> one.released == null)) {
            return Set.of("PERSON_HELD");
        }
        var why = new TreeSet<String>();
        if (on.isBefore(paper.served)) {
            why.add("DEPARTURE_BEFORE_SERVICE");
        }
        if (on.isAfter(day(now)) || (how.at() != null && how.at().isAfter(now))) {
            why.add("DEPARTURE_IN_FUTURE");
        }
        if (paper.of.person.held().anyMatch(one -> one.isHeldAfter(on, how.at()))) {
            why.add("HELD_THEN");
        }
        Paper.against(how.destination(), on, why);
        var isAllowed = !how.type().equals("COURT") && (paper.text.removal() || !how.isForced());
        if (!isAllowed) {
            why.add("RETURN_TYPE_NOT_FOR_KIND");
        }
        if (how.source().equals("HEARSAY")) {
            why.add("SOURCE_NOT_IN_LIST");
        }
        if (how.type().equals("ASSISTED") && !how.isAssisted()) {
            why.add("ASSISTANCE_MISSING");
        }
        if (paper.judgment != null) {
            why.addAll(paper.judgment.against(on));
        }
        if (paper.of.person.isInPrison(on)) {
            why.add("IN_PRISON");
        }
        if (how.isForced()) {
            againstForce(paper, how, isAllowed, why);
        } else if (!how.isProved() && (paper.text.removal() || !how.source().equals("VRS"))) {
            why.add("PROOF_MISSING");
        }
        if (why.isEmpty()) {
            paper.departed = on;
            paper.of.left = on;
            paper.of.leftTold = now;
            paper.of.leftBy = who;
            paper.of.leftUnder = paper;
            paper.of.person.held().filter(one -> one.released == null).forEach(one -> {
                one.released = how.at();
                one.releasedBy = paper;
            });
        }
        return why;
    }

    private static void againstForce(Paper paper, ProcedureModel.Left how, boolean isAllowed, Set<String> why) {
        if (paper.suspendedOn() != null) {
            why.add("IS_SUSPENDED");
        }
        if (paper.of
                        .person
                        .others(paper.of)
                        .map(PaperCase::standing)
                        .anyMatch(other -> other != null && other.suspendedOn() != null)
                || paper.of.person.cases.stream()
                        .flatMap(one -> one.papers.stream())
                        .anyMatch(other -> other != paper && other.cancelledOn() == null && other.isContested())) {
            why.add("OTHER_SUSPENDED");
        }
        if (isAllowed && paper.of.isUnsafe(how.on())) {
            why.add("SAFEGUARDS_OPEN");
        }
        if (isAllowed && paper.destination() == null) {
            why.add("DESTINATION_UNNAMED");
        } else if (isAllowed && !how.destination().equals(paper.destination())) {
            why.add("DESTINATION_NOT_DECIDED");
        }
        var at = how.at();
        if (!isAllowed) {
            return;
        }
        if (at == null) {
            why.add("TIME_MISSING");
            return;
        }
        if (!how.isExcused() && !paper.of.isUnsafe(how.on()) && paper.of.isAssessedAfter(at, how.on())) {
            why.add("SAFEGUARDS_LATE");
        }
        why.addAll(RemovalModel.against(paper, at, how.isExcused()));
        if (paper.of.person.held().anyMatch(one -> one.released == null && one.isRuledAfter(how.on()))) {
            why.add("RULED_LATER");
        }
        if (paper.of.person.held().anyMatch(one -> one.released == null && !at.isAfter(one.lastMoved()))) {
            why.add("MOVED_LATER");
        }
    }
}
