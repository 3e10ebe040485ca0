package lv.vmis.register.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Role;
import lv.vmis.register.support.Someone;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Opens and sends forms about facts as officials of several roles. */
final class FactForms {

    private static final Pattern FIELD = Pattern.compile(
            "(?:<input[^>]* name=\"([a-z_0-9]+)\"[^>]* value=\"([^\"]*)\")|(?:<select[^>]* name=\"([a-z_0-9]+)\".*?</select>)",
            Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected>");

    private final MockMvcTester browser;

    FactForms(MockMvcTester browser) {
        this.browser = browser;
    }

    MvcTestResult get(Role role, PersonId person, String page) {
        var official = Someone.of(role);
        var answer = browser.get()
                .uri(page)
                .with(user(official.account().toString()))
                .exchange();
        if (answer.getResponse().getStatus() == 303) {
            assertThat(post(
                            role,
                            "/purpose",
                            Map.of(
                                    "purpose",
                                    "FINDING",
                                    "reason",
                                    "Pārbaude",
                                    "person",
                                    person.toString(),
                                    "back",
                                    "/")))
                    .hasStatus(303);
            return browser.get()
                    .uri(page)
                    .with(user(official.account().toString()))
                    .exchange();
        }
        return answer;
    }

    MvcTestResult post(Role role, String page, Map<String, String> form) {
        var request = browser.post()
                .uri(page)
                .with(user(Someone.of(role).account().toString()))
                .with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    /** The fields of the form of a page, as a browser would send them. */
    static Map<String, String> fields(MvcTestResult page) throws Exception {
        var text = page.getResponse().getContentAsString();
        var form = text.substring(text.indexOf("<form action=\"/persons"));
        var fields = new HashMap<String, String>();
        var found = FIELD.matcher(form);
        while (found.find()) {
            if (found.group(1) != null) {
                fields.put(found.group(1), found.group(2));
            } else {
                var chosen = CHOSEN.matcher(found.group());
                fields.put(found.group(3), chosen.find() ? chosen.group(1) : "");
            }
        }
        fields.keySet().removeIf(name -> name.startsWith("_"));
        return fields;
    }
}
