package lv.vmis.register.support;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: keeps cookies, sends forms with their token, follows nothing by itself. */
public final class PlainBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String home;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";
    private String key = "";

    public PlainBrowser(int port) {
        this.home = "http://localhost:" + port;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address(path)).GET());
    }

    public HttpResponse<String> part(String path) {
        return send(HttpRequest.newBuilder(address(path))
                .header("HX-Request", "true")
                .GET());
    }

    /** Sends the form of the page seen last: its token and key go with it. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.putIfAbsent("_csrf", token);
        all.putIfAbsent("key", key);
        var body = all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A file of a form. */
    public record Sent(String name, byte[] content) {}

    /** Sends the form of the page seen last with files, each in the field "files". */
    public HttpResponse<String> postFiles(String path, Map<String, String> fields, List<Sent> files) {
        var all = new LinkedHashMap<>(fields);
        all.putIfAbsent("_csrf", token);
        all.putIfAbsent("key", key);
        var boundary = "----" + java.util.UUID.randomUUID();
        var body = new ArrayList<HttpRequest.BodyPublisher>();
        all.forEach((name, value) -> body.add(HttpRequest.BodyPublishers.ofString("--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")));
        for (var file : files) {
            body.add(HttpRequest.BodyPublishers.ofString("--" + boundary
                    + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + file.name()
                    + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
            body.add(HttpRequest.BodyPublishers.ofByteArray(file.content()));
            body.add(HttpRequest.BodyPublishers.ofString("\r\n"));
        }
        body.add(HttpRequest.BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.concat(body.toArray(HttpRequest.BodyPublisher[]::new))));
    }

    /** What is at an address, byte by byte. */
    public HttpResponse<byte[]> bytes(String path) {
        try {
            return client.send(
                    withCookies(HttpRequest.newBuilder(address(path)).GET()).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Signs in as a demo account, and gives the answer. */
    public HttpResponse<String> signIn(String login) {
        get("/sign-in");
        return post("/sign-in", Map.of("login", login, "password", "demo"));
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    public static String session(HttpResponse<?> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.contains("register") && !cookie.contains("oidc"))
                .findFirst()
                .orElse("");
    }

    private HttpRequest.Builder withCookies(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = client.send(withCookies(request).build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            token = found(TOKEN, response.body(), token);
            key = found(KEY, response.body(), key);
            return response;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void keep(String header) {
        var pair = header.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String found(Pattern pattern, String body, String before) {
        var matcher = pattern.matcher(body);
        return matcher.find() ? matcher.group(1) : before;
    }

    private URI address(String path) {
        return URI.create(path.startsWith("http") ? path : home + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
