package lv.vmis.register.whereabouts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lv.vmis.register.kernel.RegisterClock;
import lv.vmis.register.reference.LegalParameters;
import lv.vmis.register.reference.Point;
import lv.vmis.register.returns.Deadline;
import lv.vmis.register.returns.Deadlines;
import org.springframework.stereotype.Component;

/** Until when the search for a person whose whereabouts are unknown has to be reviewed. */
@Component
class WhereaboutsDeadlines implements Deadlines {

    private final Whereabouts whereabouts;
    private final LegalParameters parameters;

    WhereaboutsDeadlines(Whereabouts whereabouts, LegalParameters parameters) {
        this.whereabouts = whereabouts;
        this.parameters = parameters;
    }

    @Override
    public List<Deadline> of(UUID caseId) {
        var standing = whereabouts.standing(caseId);
        return whereabouts.of(caseId).stream()
                .limit(standing.departedOn() == null ? 1 : 0)
                .flatMap(note -> Stream.ofNullable(note.reviewOn()).map(reviewOn -> {
                    var from = LocalDate.ofInstant(note.enteredAt(), RegisterClock.RIGA);
                    return new Deadline(
                            "review",
                            standing.owner(),
                            parameters.get(NoteWhereabouts.RULE, from),
                            Point.of(from),
                            Point.of(reviewOn),
                            null,
                            null,
                            "/cases/" + caseId + "/whereabouts");
                }))
                .toList();
    }
}
