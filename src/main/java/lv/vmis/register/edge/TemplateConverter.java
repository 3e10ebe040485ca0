package lv.vmis.register.edge;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;

/** Writes a page: a template called with its values. It is rendered whole before the first byte leaves. */
@Component
class TemplateConverter implements HttpMessageConverter<JteModel> {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return JteModel.class.isAssignableFrom(type);
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(HTML, MediaType.ALL);
    }

    @Override
    public JteModel read(Class<? extends JteModel> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("pages are only written", input);
    }

    @Override
    public void write(JteModel page, @Nullable MediaType mediaType, HttpOutputMessage output) throws IOException {
        var rendered = new Utf8ByteOutput();
        page.render(rendered);
        output.getHeaders().setContentType(HTML);
        output.getHeaders().setContentLength(rendered.getContentLength());
        rendered.writeTo(output.getBody());
    }
}
