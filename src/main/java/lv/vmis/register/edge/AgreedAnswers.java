package lv.vmis.register.edge;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.ser.FilterProvider;
import tools.jackson.databind.ser.PropertyWriter;
import tools.jackson.databind.ser.std.SimpleBeanPropertyFilter;
import tools.jackson.databind.ser.std.SimpleFilterProvider;

/** Leaves out of every answer to a system what its agreement does not name ({@link Agreed}). */
@RestControllerAdvice
class AgreedAnswers implements ResponseBodyAdvice<Object> {

    private static final String HINT = FilterProvider.class.getName();

    /** Writes what needs no agreement, and what is agreed. */
    private static final class Only extends SimpleBeanPropertyFilter {

        private final Set<Attribute> attributes;

        Only(Set<Attribute> attributes) {
            this.attributes = attributes;
        }

        @Override
        protected boolean include(PropertyWriter member) {
            var needs = (@Nullable Agreed) member.getAnnotation(Agreed.class);
            return needs == null || Arrays.stream(needs.value()).anyMatch(attributes::contains);
        }
    }

    @Override
    public boolean supports(MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
        return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converter) && client() != null;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        return body;
    }

    @Override
    public @Nullable Map<String, Object> determineWriteHints(
            @Nullable Object body,
            MethodParameter method,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter) {
        var client = client();
        return client == null
                ? null
                : Map.of(HINT, new SimpleFilterProvider().addFilter(Agreed.ONLY, new Only(client.attributes())));
    }

    private static Clients.@Nullable Client client() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(ClientFilter.CLIENT, RequestAttributes.SCOPE_REQUEST)
                                instanceof Clients.Client client
                ? client
                : null;
    }
}
