package lv.vmis.register.edge;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lv.vmis.register.kernel.Language;
import lv.vmis.register.kernel.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Refusals of the API as problem details (RFC 9457), in the language the caller accepts. */
@Component
public class Problems {

    private final Texts texts;
    private final JsonMapper json;

    Problems(Texts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** A mistake in a field of the request. */
    @Schema(
            name = "FieldProblem",
            description = "A mistake in one member of the body.",
            requiredProperties = {"field", "code", "message"})
    public record FieldProblem(
            @Schema(description = "Path of the member; empty for the whole body.", example = "document.number")
            String field,

            @Schema(description = "Code of the mistake; it does not change.", example = "edge.refusal.required")
            String code,

            @Schema(description = "The mistake in words.", example = "Fill in this field")
            String message) {}

    public ResponseEntity<ProblemDetail> refused(HttpServletRequest request, int status, List<Refusal> reasons) {
        var language = language(request);
        var problem = problem(language, status, "refused", request);
        problem.setProperty("errors", fields(language, reasons));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Each mistake with its field and its words. */
    public List<FieldProblem> fields(Language language, List<Refusal> reasons) {
        return reasons.stream()
                .map(reason -> new FieldProblem(reason.field(), reason.code().key(), texts.of(language, reason)))
                .toList();
    }

    public ProblemDetail problem(HttpServletRequest request, int status, String code) {
        return problem(language(request), status, code, request);
    }

    void write(HttpServletRequest request, HttpServletResponse response, int status, String code) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var problem = problem(request, status, code);
        var body = json.writeValueAsString(Map.of(
                "type", String.valueOf(problem.getType()),
                "title", String.valueOf(problem.getTitle()),
                "status", status,
                "detail", String.valueOf(problem.getDetail()),
                "instance", String.valueOf(problem.getInstance())));
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private ProblemDetail problem(Language language, int status, String code, HttpServletRequest request) {
        var problem = ProblemDetail.forStatus(HttpStatusCode.valueOf(status));
        problem.setType(URI.create("urn:vmis:register:problem:" + code));
        problem.setTitle(texts.get(language, "problem." + code + ".title"));
        problem.setDetail(texts.get(language, "problem." + code + ".detail"));
        problem.setInstance(URI.create(request.getRequestURI()));
        return problem;
    }

    /** The language the caller accepts: Latvian unless English is preferred. */
    public static Language language(HttpServletRequest request) {
        // Without the header the request has the locale of the server, which means nothing to the caller.
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                        && Locale.ENGLISH
                                .getLanguage()
                                .equals(request.getLocale().getLanguage())
                ? Language.EN
                : Language.LV;
    }
}
