package lv.vmis.register.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import lv.vmis.pages.Templates;
import lv.vmis.register.journal.Entry;
import lv.vmis.register.journal.Journal;
import lv.vmis.register.journal.JournalClosed;
import lv.vmis.register.kernel.Acting;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.UriComponentsBuilder;

/** What a user sees when something fails: what happened, that nothing is half-done, and what to do. Details go to the log only. */
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {

    /** Seconds after which asking again is worth while. */
    private static final String AGAIN_IN = "3";

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    /** What PostgreSQL calls a NUL in a text. */
    private static final String NO_CHARACTER = "22021";

    private final FrameResolver frames;
    private final Problems problems;
    private final Templates html;
    private final Journal journal;
    private final Denials denials;
    private final KeptForms kept;
    private final TransactionTemplate transaction;

    ErrorPages(
            FrameResolver frames,
            Problems problems,
            Templates html,
            Journal journal,
            Denials denials,
            KeptForms kept,
            org.springframework.transaction.PlatformTransactionManager transactions) {
        this.frames = frames;
        this.problems = problems;
        this.html = html;
        this.journal = journal;
        this.denials = denials;
        this.kept = kept;
        this.transaction = new TransactionTemplate(transactions);
    }

    @ExceptionHandler
    ResponseEntity<?> denied(AccessDeniedException denied, HttpServletRequest request) {
        Acting.now()
                .ifPresent(actor -> transaction.executeWithoutResult(
                        _ -> journal.record(actor, Entry.access("denied " + request.getRequestURI(), false))));
        return answer(request, 403, "forbidden", null);
    }

    @ExceptionHandler
    ResponseEntity<?> notAgreed(NotAgreed denied, HttpServletRequest request) {
        denials.record(Acting.now().orElseThrow(), "api " + denied.code());
        return answer(request, 403, denied.code(), null);
    }

    /** Asks for the purpose (screen C8) and comes back to the page, or to the form, which is kept meanwhile. */
    @ExceptionHandler
    ResponseEntity<?> purposeNeeded(PurposeNeeded needed, HttpServletRequest request) {
        var person = needed.person();
        var query = request.getQueryString();
        var otherwise = kept.keep(request).isPresent() ? "/kept" : "/";
        var back = request.getMethod().equals("GET")
                ? request.getRequestURI() + (query == null ? "" : "?" + query)
                : otherwise;
        var ask = UriComponentsBuilder.fromPath("/purpose")
                .queryParam("back", "{back}")
                .queryParamIfPresent("person", Optional.ofNullable(person))
                .queryParamIfPresent("case", Optional.ofNullable(needed.caseId()))
                .build(back);
        return ResponseEntity.status(303).location(ask).build();
    }

    @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class, NotFound.class})
    ResponseEntity<?> unknown(Exception unknown, HttpServletRequest request) {
        return answer(request, 404, "not-found", null);
    }

    @ExceptionHandler({
        MethodArgumentTypeMismatchException.class,
        ServletRequestBindingException.class,
        HttpMessageNotReadableException.class,
        BindException.class,
        Unreadable.class
    })
    ResponseEntity<?> unreadable(Exception unreadable, HttpServletRequest request) {
        // An address with an identifier nobody gave is an unknown page, not a mistake of the user.
        return unreadable instanceof MethodArgumentTypeMismatchException
                        && request.getMethod().equals("GET")
                ? answer(request, 404, "not-found", null)
                : answer(request, 400, "unreadable", null);
    }

    @ExceptionHandler
    ResponseEntity<?> method(HttpRequestMethodNotSupportedException unsupported, HttpServletRequest request) {
        return answer(request, 405, "method", null);
    }

    @ExceptionHandler
    ResponseEntity<?> mediaType(HttpMediaTypeException unsupported, HttpServletRequest request) {
        return answer(request, 415, "media-type", null);
    }

    @ExceptionHandler
    ResponseEntity<?> body(BodyLimit.Exceeded tooLong, HttpServletRequest request) {
        return answer(request, 413, "body-too-large", null);
    }

    /** A rule the database holds was broken by two officials at once. */
    @ExceptionHandler
    ResponseEntity<?> conflict(DataIntegrityViolationException lostRace, HttpServletRequest request) {
        if (lostRace.getMostSpecificCause() instanceof SQLException refused
                && NO_CHARACTER.equals(refused.getSQLState())) {
            return answer(request, 400, "unreadable", null);
        }
        LOG.warn("A constraint refused a write", lostRace);
        return answer(request, 409, "conflict", null);
    }

    @ExceptionHandler
    ResponseEntity<?> journalClosed(JournalClosed closed, HttpServletRequest request) {
        LOG.error("The journal cannot be written", closed);
        return answer(request, 503, "journal-closed", null);
    }

    @ExceptionHandler
    ResponseEntity<?> notReady(NotReady preparing, HttpServletRequest request) {
        var answer = ResponseEntity.status(503).header(HttpHeaders.RETRY_AFTER, AGAIN_IN);
        if (isApi(request)) {
            return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problems.problem(request, 503, "not-ready"));
        }
        if (request.getMethod().equals("GET")) {
            answer.header("Refresh", AGAIN_IN);
        }
        return answer.body(
                html.edgeProblem(frames.frame(request), "not-ready", null, Again.of(request), true, preparing));
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        TransactionSystemException.class
    })
    ResponseEntity<?> databaseLost(Exception lost, HttpServletRequest request) {
        LOG.error("The database does not answer", lost);
        return answer(request, 503, "database-lost", null);
    }

    /** A statement was given up: what is asked is too much at a time. */
    @ExceptionHandler
    ResponseEntity<?> tooLong(QueryTimeoutException givenUp, HttpServletRequest request) {
        LOG.warn("A statement took too long", givenUp);
        return answer(request, 503, "too-long", null);
    }

    /** The request could not be taken apart: broken encoding, more than a thousand fields, or more than the limit. */
    @ExceptionHandler
    ResponseEntity<?> parameters(InvalidParameterException unreadable, HttpServletRequest request) {
        return unreadable.getErrorCode() == HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                ? answer(request, 413, "too-large", null)
                : answer(request, 400, "unreadable", null);
    }

    @ExceptionHandler
    ResponseEntity<?> bug(Exception bug, HttpServletRequest request) {
        var number = UUID.randomUUID();
        LOG.error("Fault {}", number, bug);
        return answer(request, 500, "fault", number);
    }

    @Open
    @RequestMapping("/error")
    ResponseEntity<?> error(HttpServletRequest request) {
        var status = (@Nullable Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (status == null) {
            return answer(request, 404, "not-found", null);
        }
        return switch (status) {
            // A form of a session that has ended: a missing right is refused by the handler, in denied().
            case 401, 403 -> answer(request, 403, isApi(request) ? "forbidden" : "session-ended", null);
            case 404 -> answer(request, 404, "not-found", null);
            case 405 -> answer(request, 405, "method", null);
            case 503 -> answer(request, 503, "database-lost", null);
            default -> {
                if (status < 500) {
                    yield answer(request, status, status == 413 ? "too-large" : "unreadable", null);
                }
                var failure = failure(request, status);
                if (failure instanceof InvalidParameterException unreadable) {
                    yield parameters(unreadable, request);
                }
                // The session is read before any page is reached, so a lost database shows here too.
                yield LostDatabase.isBehind(failure) ? databaseLost(failure, request) : bug(failure, request);
            }
        };
    }

    private static Exception failure(HttpServletRequest request, int status) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure
                ? failure
                : new IllegalStateException("status " + status);
    }

    private ResponseEntity<?> answer(HttpServletRequest request, int status, String code, @Nullable UUID number) {
        if (isApi(request)) {
            var problem = problems.problem(request, status, code);
            if (number != null) {
                problem.setProperty("number", number);
            }
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        var again = status == 503 || status == 409 ? Again.of(request) : null;
        return ResponseEntity.status(status)
                .body(html.edgeProblem(frames.frame(request), code, number, again, status == 503, null));
    }

    private static boolean isApi(HttpServletRequest request) {
        var path = (@Nullable String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return (path == null ? request.getRequestURI() : path).startsWith("/api/");
    }
}
