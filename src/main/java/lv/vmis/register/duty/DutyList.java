package lv.vmis.register.duty;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lv.vmis.register.returns.Obligation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits: next steps of cases, page by page along an index, and what has to be done beside them, each in its place. */
@Component
class DutyList {

    private final WaitingCases cases;
    private final OpenObligations obligations;

    DutyList(WaitingCases cases, OpenObligations obligations) {
        this.cases = cases;
        this.obligations = obligations;
    }

    /** What is asked for: everything, one step, or one kind of what stands beside. */
    sealed interface Asked {

        /** Everything that waits. */
        record Everything() implements Asked {}

        /** Cases with this next step. */
        record Step(NextStep step) implements Asked {}

        /** What has to be done beside them, of one kind. */
        record Beside(Obligation.Kind kind) implements Asked {}
    }

    /** A page, from below one on; one more than a page when there are more. */
    List<WaitingLine> of(WaitingCases.Whose whose, Asked asked, @Nullable WaitPlace after) {
        var steps = switch (asked) {
            case Asked.Beside _ -> Stream.<WaitingCase>of();
            case Asked.Step(var step) -> cases.of(whose, step, after).stream();
            case Asked.Everything _ -> cases.of(whose, null, after).stream();
        };
        Stream<OpenObligation> beside = switch (asked) {
            case Asked.Step _ -> Stream.of();
            case Asked.Beside(var kind) -> beside(whose, one -> one.kind() == kind).stream();
            case Asked.Everything _ -> beside(whose, _ -> true).stream();
        };
        return Stream.concat(
                        steps.map(WaitingLine::of),
                        beside.map(WaitingLine::of)
                                .filter(one -> after == null || one.place().compareTo(after) > 0))
                .sorted(Comparator.comparing(WaitingLine::place))
                .limit(WaitingCases.PAGE + 1)
                .toList();
    }

    List<WaitingLine> numbered(String number) {
        return Stream.concat(
                        cases.numbered(number).stream().map(WaitingLine::of),
                        obligations.of(one -> one.number().equalsIgnoreCase(number)).stream()
                                .map(WaitingLine::of))
                .toList();
    }

    /** About persons one of whose names begins with each of the words; one more than a page when there are more. */
    List<WaitingLine> named(String name) {
        return Stream.concat(
                        cases.named(name).stream().map(WaitingLine::of),
                        obligations.named(name).stream().map(WaitingLine::of))
                .sorted(Comparator.comparing(WaitingLine::place))
                .limit(WaitingCases.PAGE + 1)
                .toList();
    }

    /** What stands beside the cases of an institution or unit. What nobody takes on is free, and held by nobody. */
    List<OpenObligation> beside(WaitingCases.Whose whose, Predicate<Obligation> wanted) {
        Predicate<Obligation> ours = switch (whose) {
            case WaitingCases.Whose.Institution(var code) ->
                one -> one.institution().equals(code);
            case WaitingCases.Whose.Unit(var code) -> one -> code.equals(one.unit());
            case WaitingCases.Whose.Free(var institution) ->
                one -> one.institution().equals(institution);
            case WaitingCases.Whose.Holder _ -> _ -> false;
        };
        return whose instanceof WaitingCases.Whose.Holder ? List.of() : obligations.of(ours.and(wanted));
    }
}
