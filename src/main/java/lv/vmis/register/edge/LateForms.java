package lv.vmis.register.edge;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;

/** Keeps a form whose token no session knows any more, instead of throwing away what was typed. */
final class LateForms implements AccessDeniedHandler {

    private final KeptForms kept;
    private final AccessDeniedHandler otherwise = new AccessDeniedHandlerImpl();

    LateForms(KeptForms kept) {
        this.kept = kept;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        var owner = kept.keep(request);
        if (owner.isEmpty()) {
            otherwise.handle(request, response, denied);
            return;
        }
        // Who has signed in anew in another tab goes on at once.
        response.sendRedirect(request.getContextPath() + (isHere(owner.get()) ? "/kept" : "/sign-in?kept"));
    }

    private static boolean isHere(UUID owner) {
        return ActorFilter.signedIn().equals(Optional.of(owner));
    }
}
