package lv.vmis.register.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import lv.vmis.register.kernel.Purpose;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Counts what a call asks beside its first question, which was counted when it was let in. */
@Component
public class MoreQuestions {

    private final Clients clients;
    private final Problems problems;
    private final Clock clock;

    MoreQuestions(Clients clients, Problems problems, Clock clock) {
        this.clients = clients;
        this.problems = problems;
        this.clock = clock;
    }

    /** Why so many may not be asked now; nothing when they may, and are counted. */
    public Optional<ResponseEntity<ProblemDetail>> refused(HttpServletRequest request, int questions) {
        if (!(request.getAttribute(ClientFilter.CLIENT) instanceof Clients.Client client)
                || !(request.getAttribute(ClientFilter.PURPOSE) instanceof Purpose purpose)) {
            throw new IllegalStateException("questions of nobody");
        }
        return questions <= 1
                ? Optional.empty()
                : clients.count(client, purpose.code(), questions - 1, clock.instant())
                        .map(beyond -> ResponseEntity.status(429)
                                .header(HttpHeaders.RETRY_AFTER, String.valueOf(beyond.seconds()))
                                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                                .body(problems.problem(request, 429, code(beyond))));
    }

    static String code(Clients.Beyond beyond) {
        return beyond.ofDay() ? "day-used-up" : "too-fast";
    }
}
