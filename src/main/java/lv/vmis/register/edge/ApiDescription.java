package lv.vmis.register.edge;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.webmvc.api.OpenApiResource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** The description of the API (OpenAPI 3.1), open to anyone: what every route has in common is said here once. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    static final String PATH = "/api/v1/openapi.json";

    private static final String PROBLEM = "#/components/schemas/Problem";

    /** The one handler that is not ours and may answer anyone. */
    static boolean isHandler(HandlerMethod method) {
        return method.getBean() instanceof OpenApiResource
                && method.getMethod().getName().equals("openapiJson");
    }

    @Bean
    OpenAPI openApi() {
        var components = new Components()
                .addSecuritySchemes(
                        "key",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("Key of the institution's system, given with the agreement."))
                .addSecuritySchemes(
                        "token",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description(
                                        "Access token (OAuth 2, client credentials) of the issuer this installation trusts, for "
                                                + "the register as its audience: a JWT signed with RS256 or ES256 that lives an hour at most."))
                .addSecuritySchemes(
                        "certificate",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.MUTUALTLS)
                                .description(
                                        "The certificate of the connection, registered for the system. Where a key or a token is "
                                                + "shown too, both must name the same system."))
                .addParameters(
                        "Permission",
                        header(
                                ClientFilter.PERMISSION_HEADER,
                                "Number of the agreement of the system.",
                                "VP-2026-1",
                                60))
                .addParameters(
                        "Purpose",
                        header(
                                ClientFilter.PURPOSE_HEADER,
                                "Purpose of the call: a code the agreement allows.",
                                "CRIMINAL",
                                60))
                .addParameters(
                        "Case",
                        header(
                                ClientFilter.CASE_HEADER,
                                "Number of the case in the caller's records for which the data are asked.",
                                "VP-11094001126",
                                100))
                .addHeaders(
                        "Receipt",
                        new Header()
                                .description(
                                        "The receipt of this answer, base64url: a signed statement of what was asked under "
                                                + "which agreement, for what, when, and what was answered. Keep it with the body of the "
                                                + "question and of the answer, byte for byte.")
                                .schema(text(null)))
                .addSchemas("Problem", problem());
        responses().forEach((name, text) -> components.addResponses(name, refused(text)));
        return new OpenAPI()
                .info(new Info()
                        .title("Register of Removed Foreigners and Entry Bans")
                        .version("1")
                        .description("Answers the systems of institutions that use the register under an agreement "
                                + "(Cabinet Regulation No. 122 of 2013, point 14). Every refusal is a problem detail "
                                + "(RFC 9457) in Latvian, or in English when `Accept-Language` prefers it. An answer tells what the "
                                + "agreement names and nothing else: a member whose attribute is not agreed is absent. Unknown "
                                + "members may be added to answers; ignore them.")
                        .license(new License().name("EUPL-1.2").identifier("EUPL-1.2")))
                .servers(List.of(new Server().url("/").description("This installation")))
                .tags(List.of(
                        new Tag().name("checks").description("May this person enter?"),
                        new Tag().name("agreements").description("What a system may ask under its agreement."),
                        new Tag().name("receipts").description("Proof of what was answered.")))
                .security(Stream.of("key", "token", "certificate")
                        .map(way -> new SecurityRequirement().addList(way))
                        .toList())
                .components(components);
    }

    /** Adds to each route what each route has: its headers and the ways it may refuse. */
    @Bean
    OpenApiCustomizer common() {
        return api -> api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getSecurity() == null
                        || !operation.getSecurity().isEmpty())
                .forEach(operation -> {
                    for (var name : List.of("Permission", "Purpose", "Case")) {
                        operation.addParametersItem(
                                new HeaderParameter().name(null).in(null).$ref("#/components/parameters/" + name));
                    }
                    var answers = operation.getResponses();
                    Optional.ofNullable(answers.get("200"))
                            .ifPresent(answer -> answer.addHeaderObject(
                                    ClientFilter.RECEIPT_HEADER, new Header().$ref("#/components/headers/Receipt")));
                    Map.of(
                                    "400", "Unreadable",
                                    "401", "KeyRefused",
                                    "403", "Denied",
                                    "405", "Method",
                                    "413", "TooLarge",
                                    "415", "MediaType",
                                    "429", "TooMany",
                                    "500", "Fault",
                                    "503", "Unavailable")
                            .forEach((status, name) -> answers.addApiResponse(
                                    status, new ApiResponse().$ref("#/components/responses/" + name)));
                });
    }

    private static Map<String, String> responses() {
        return new TreeMap<>(
                Map.of(
                        "TooMany",
                                "More than the agreement allows in a minute or in a day. `Retry-After` says in how many seconds "
                                        + "as many may be asked again. Nothing was looked up.",
                        "Unreadable", "The body is not the JSON described here. Nothing was looked up.",
                        "KeyRefused",
                                "Nothing shows which system calls, or what is shown is unknown, expired or blocked, or names different systems.",
                        "Denied",
                                "The agreement, the purpose or the case is missing, or the agreement does not allow it: it has ended or is suspended, or does not name this service, this purpose, this hour or this network.",
                        "Method", "The address does not know this method.",
                        "TooLarge",
                                "The body is longer than 16 KB, or than 2 MB where many are asked about at once. Nothing was looked up.",
                        "MediaType", "The body is not application/json, or the answer is wanted in another format.",
                        "Refused", "The body has mistakes; `errors` names each field.",
                        "Fault", "A fault of the register; `number` names it to its support.",
                        "Unavailable",
                                "The register cannot answer, cannot write its journal or cannot verify a token now. Nothing personal was shown."));
    }

    private static ApiResponse refused(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<Object>().$ref(PROBLEM))));
    }

    private static HeaderParameter header(String name, String description, String example, int longest) {
        var header = new HeaderParameter();
        header.setName(name);
        header.setRequired(true);
        header.setDescription(description);
        header.setExample(example);
        header.setSchema(text(null).maxLength(longest));
        return header;
    }

    private static Schema<?> problem() {
        var problem = of("object", "Why the register refuses (RFC 9457).");
        problem.addProperty("type", text("What kind of problem it is.").example("urn:vmis:register:problem:refused"));
        problem.addProperty("title", text("The problem in short.").example("The request was not carried out"));
        problem.addProperty("status", of("integer", "HTTP status.").example(422));
        problem.addProperty("detail", text("What to do about it.").example("Correct the mistakes and send it again."));
        problem.addProperty(
                "instance",
                text("The address that was called.").format("uri-reference").example("/api/v1/checks"));
        problem.addProperty("number", text("Number of a fault.").format("uuid"));
        problem.addProperty(
                "errors",
                of("array", "Mistakes in the body.")
                        .items(new Schema<Object>().$ref("#/components/schemas/FieldProblem")));
        problem.setRequired(List.of("type", "title", "status", "detail", "instance"));
        return problem;
    }

    private static Schema<Object> text(@Nullable String description) {
        return of("string", description);
    }

    private static Schema<Object> of(String type, @Nullable String description) {
        var schema = new Schema<Object>();
        schema.setTypes(Set.of(type));
        schema.setDescription(description);
        return schema;
    }
}
