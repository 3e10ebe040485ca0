package lv.vmis.register.edge;

import java.util.Map;
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

/** Leaves out of every answer to a system what its agreement does not name ({@link Agreed}). */
@RestControllerAdvice
class AgreedAnswers implements ResponseBodyAdvice<Object> {

    private static final String HINT = FilterProvider.class.getName();

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
        return client == null ? null : Map.of(HINT, AgreedOnly.of(client.attributes()));
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
