package lv.vmis.register.example;

import java.time.Duration;
import lv.vmis.register.client.ApiClient;
import lv.vmis.register.client.ApiException;
import lv.vmis.register.client.ChecksApi;
import lv.vmis.register.client.model.CheckRequest;
import lv.vmis.register.client.model.CheckResult;
import lv.vmis.register.client.model.Document;

/**
 * Asks the Register about one traveller and prints what follows. The key and the agreement are those of the demo; an institution takes
 * its own from its agreement:
 *
 * <pre>REGISTER_KEY=… REGISTER_PERMISSION=… java … lv.vmis.register.example.CheckOne https://register.example</pre>
 */
public final class CheckOne {

    private static final int TOO_MANY_REQUESTS = 429;

    private CheckOne() {}

    public static void main(String[] arguments) throws Exception {
        var key = setting("REGISTER_KEY", "demo-key-of-the-state-police");
        var client = new ApiClient();
        client.updateBaseUri(arguments.length == 0 ? "http://localhost:8080" : arguments[0]);
        client.setConnectTimeout(Duration.ofSeconds(5));
        client.setReadTimeout(Duration.ofSeconds(10));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));

        var traveller = new CheckRequest()
                .document(new Document().number("AB1234567").issuer("UZB"))
                .familyName("Karimov")
                .givenNames("Aziz")
                .birthDate("1990-05-23")
                .nationality("UZB");
        var result = ask(new ChecksApi(client), traveller);

        System.out.println(result.getVerdict() + ", journal number " + result.getJournalNumber());
        if (result.getInstruction() != null) {
            System.out.println(result.getInstruction());
        }
    }

    /** Whoever asks too often is told when to ask again. */
    private static CheckResult ask(ChecksApi checks, CheckRequest traveller) throws ApiException, InterruptedException {
        while (true) {
            try {
                return checks.check(setting("REGISTER_PERMISSION", "VP-2026-1"), "CRIMINAL", "2026/117", traveller);
            } catch (ApiException refused) {
                if (refused.getCode() != TOO_MANY_REQUESTS) {
                    throw refused;
                }
                Thread.sleep(1000L * refused.getResponseHeaders().firstValueAsLong("Retry-After").orElse(1));
            }
        }
    }

    private static String setting(String name, String otherwise) {
        var value = System.getenv(name);
        return value == null ? otherwise : value;
    }
}
