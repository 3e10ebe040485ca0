package lv.vmis.register.exchange;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Speaks with another system over HTTP (docs/exchange.md). */
final class Wire {

    private static final Duration CONNECT = Duration.ofSeconds(4);

    private final URI base;
    private final Duration patience;
    private final HttpClient client;

    /**
     * @param patience how long an answer is waited for
     * @param trust who is trusted, and the own certificate; nothing: what the platform trusts, and none
     */
    Wire(URI base, Duration patience, @Nullable SSLContext trust) {
        this.base = base;
        this.patience = patience;
        var building = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER);
        this.client =
                trust == null ? building.build() : building.sslContext(trust).build();
    }

    Envelope.Answer send(Envelope.Message message) throws LineFailure, InterruptedException {
        var text = posted("/messages", Envelope.text(message));
        try {
            var answer = Envelope.answer(text);
            if (!answer.message().equals(message.id())) {
                throw new LineFailure(SendFault.UNREADABLE, "the answer is to another message", text);
            }
            return answer;
        } catch (SAXException unreadable) {
            throw new LineFailure(SendFault.UNREADABLE, String.valueOf(unreadable.getMessage()), text);
        }
    }

    List<Envelope.Telling> after(@Nullable String cursor) throws LineFailure, InterruptedException {
        var query = cursor == null ? "" : "?after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        var text = said(to("/messages" + query).GET().build());
        try {
            return Envelope.tellings(text);
        } catch (SAXException unreadable) {
            throw new LineFailure(SendFault.UNREADABLE, String.valueOf(unreadable.getMessage()), text);
        }
    }

    void tell(Envelope.Outcome outcome) throws LineFailure, InterruptedException {
        posted("/answers", Envelope.text(outcome));
    }

    private String posted(String path, String body) throws LineFailure, InterruptedException {
        return said(to(path).header("Content-Type", "application/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(patience).header("Accept", "application/xml");
    }

    private String said(HttpRequest request) throws LineFailure, InterruptedException {
        HttpResponse<byte[]> response;
        try {
            response = client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), 2L * Xml.LONGEST));
        } catch (HttpConnectTimeoutException | ConnectException nobody) {
            throw new LineFailure(SendFault.UNREACHABLE, nobody.getClass().getSimpleName());
        } catch (IOException broken) {
            throw new LineFailure(SendFault.NO_ANSWER, broken.getClass().getSimpleName());
        }
        if (response.statusCode() / 100 != 2) {
            throw new LineFailure(SendFault.BAD_STATUS, "HTTP " + response.statusCode());
        }
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
