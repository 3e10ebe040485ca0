package lv.vmis.register.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Reads no more of a body than the longest question needs, also where it does not tell its length. The server's own limit
 * is for forms only.
 */
@ControllerAdvice
final class BodyLimit extends RequestBodyAdviceAdapter {

    /** All members at their longest, each character escaped, are some 10 KB. */
    static final int BYTES = 16 * 1024;

    /** The longest body of any question. */
    static final int MOST = 2 * 1024 * 1024;

    /** The body goes on beyond the limit. */
    static final class Exceeded extends RuntimeException {
        Exceeded(int limit) {
            super("a body longer than " + limit + " bytes", null, false, false);
        }
    }

    private record Body(HttpHeaders headers, byte[] bytes) implements HttpInputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(bytes);
        }
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage sent,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        var limit = parameter.hasParameterAnnotation(ManyAtOnce.class) ? MOST : BYTES;
        var bytes = sent.getBody().readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new Exceeded(limit);
        }
        return new Body(sent.getHeaders(), bytes);
    }
}
