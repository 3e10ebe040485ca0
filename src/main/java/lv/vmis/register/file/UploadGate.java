package lv.vmis.register.file;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a form with files through where one is expected only, and from somebody who has signed in: before any of it is read, since
 * reading it means writing it to the disk. After sessions are known, before security asks the form for its token.
 */
@Component
@Order(-150)
class UploadGate extends OncePerRequestFilter {

    private static final Pattern UPLOAD = Pattern.compile(
            "/persons/[^/]+/files|/signatures/[^/]+/[^/]+/file|/devices/checks|/old-registers/sis-lists");

    /** Exports of old registers are larger than anything else; a servlet of its own takes them. */
    private static final String EXPORTS = "/old-registers/files";

    private final long most;
    private final long mostOfExports;

    UploadGate(MultipartProperties properties, @Value("${register.legacy.largest}") DataSize exports) {
        this.most = properties.getMaxRequestSize().toBytes();
        this.mostOfExports = exports.toBytes();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || !type.toLowerCase(Locale.ROOT).strip().startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // What is turned away is not read, so nothing else can come after it on the same connection.
        if (!request.getMethod().equals("POST") || !mayHaveFiles(request)) {
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
        } else if (!hasSignedIn(request)) {
            response.setHeader("Connection", "close");
            response.sendRedirect("/sign-in?ended");
        } else if (request.getContentLengthLong() > (isExports(request) ? mostOfExports : most)) {
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (!canBeRead(request)) {
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Whoever asks for a field of a form that cannot be taken apart fails somewhere inside, and the log fills with it. */
    private static boolean canBeRead(HttpServletRequest request) {
        try {
            request.getParts();
            return true;
        } catch (IOException | ServletException | IllegalStateException broken) {
            return false;
        }
    }

    private static boolean mayHaveFiles(HttpServletRequest request) {
        return isExports(request) || UPLOAD.matcher(request.getRequestURI()).matches();
    }

    private static boolean isExports(HttpServletRequest request) {
        return request.getRequestURI().equals(EXPORTS);
    }

    private static boolean hasSignedIn(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }
}
