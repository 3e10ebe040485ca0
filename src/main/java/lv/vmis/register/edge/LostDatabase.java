package lv.vmis.register.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import lv.vmis.pages.Templates;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says in words that the database is away, also when not even the session could be read. */
@Component
// After the headers, before the session is read.
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public final class LostDatabase extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(LostDatabase.class);

    private final FrameResolver frames;
    private final Problems problems;
    private final Templates html;

    LostDatabase(FrameResolver frames, Problems problems, Templates html) {
        this.frames = frames;
        this.problems = problems;
        this.html = html;
    }

    /** Whether a failure comes from the connection to the database, and not from what was asked. */
    public static boolean isBehind(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            // A connection that dies under a transaction cannot even roll it back.
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException
                    || cause instanceof DataAccessResourceFailureException
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            if (!isBehind(failure) || response.isCommitted()) {
                throw failure;
            }
            LOG.error("The database does not answer", failure);
            answer(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        if (request.getRequestURI().startsWith("/api/")) {
            problems.write(request, response, 503, "database-lost");
            return;
        }
        response.setStatus(503);
        response.setContentType("text/html;charset=UTF-8");
        // The token is read from the session, so a page with one would be lost as well. What was sent carries its own.
        request.removeAttribute(CsrfToken.class.getName());
        var page = html.edgeProblem(frames.frame(request), "database-lost", null, Again.of(request), true, null)
                .render();
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }
}
