package lv.vmis.register.sis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import lv.vmis.register.exchange.AnswerCode;
import lv.vmis.register.exchange.Correspondent;
import lv.vmis.register.exchange.StandIn;
import lv.vmis.register.exchange.Xml;
import lv.vmis.register.kernel.RegisterClock;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Behaves as N.SIS: keeps alerts, refuses a second one on a person, lets the SIRENE Bureau approve some later, and passes on what other
 * States find and ask now and then. What it does follows from the key of the message, so that it does the same when it hears it again.
 */
@Component
class NsisStandIn implements StandIn {

    /** Other States, with a town of each. */
    private static final Map<String, String> TOWNS =
            Map.of("DEU", "Frankfurte", "POL", "Varšava", "LTU", "Viļņa", "EST", "Tallina", "SWE", "Stokholma");

    private static final List<String> STATES = List.copyOf(new TreeSet<>(TOWNS.keySet()));

    /** Alerts by person. */
    private final Map<String, String> kept = new HashMap<>();

    @Override
    public Correspondent as() {
        return Correspondent.NSIS;
    }

    @Override
    public Said hear(Heard message) {
        Element body;
        try {
            body = Xml.parse(message.body(), NsisCorrespondence.SCHEMA).getDocumentElement();
        } catch (SAXException notOfTheSchema) {
            return refused("the message is not of the schema");
        }
        return switch (body.getLocalName()) {
            case "check" -> Said.of(AnswerCode.ACCEPTED, checked(message).toString());
            case "create" -> created(message);
            case "update" ->
                isKept(message, body) ? Said.of(AnswerCode.ACCEPTED, null) : refused("there is no such alert");
            case "delete" -> deleted(message, body);
            case "extend" ->
                isKept(message, body) ? Said.of(AnswerCode.ACCEPTED, null) : refused("there is no such alert");
            case "consult" -> new Said(AnswerCode.ACCEPTED, null, List.of(outcome(message, body.getAttribute("kind"))));
            case "reply" -> Said.of(AnswerCode.ACCEPTED, null);
            default -> refused("N.SIS does not take this message");
        };
    }

    /** Whether it finds something that stands in the way of an alert on the person. */
    static boolean findsSomething(String person) {
        return chance(person, "permit", 30) || chance(person, "arrest", 50);
    }

    private static Said refused(String why) {
        return Said.of(
                AnswerCode.REFUSED, Markup.message("refused").with("why", why).toString());
    }

    /** One in thirty holds a permit of another State, one in fifty stands in an alert that does not go together with ours. */
    private static Markup checked(Heard message) {
        var checked = Markup.message("checked");
        if (chance(message.person(), "permit", 30)) {
            checked.holding(Markup.element("permit")
                    .with("state", state(message.person()))
                    .with("number", number("RP", message.person())));
        } else if (chance(message.person(), "arrest", 50)) {
            checked.holding(Markup.element("found")
                    .with("state", state(message.person()))
                    .with("category", "ARREST")
                    .with("number", number("SIS", message.person())));
        }
        return checked;
    }

    private Said created(Heard message) {
        if (kept.containsKey(message.person())) {
            return refused("Latvia has an alert on this person: " + kept.get(message.person()));
        }
        var number = number("LV", message.id());
        kept.put(message.person(), number);
        if (chance(message.id(), "approval", 4)) {
            var at = message.at().plus(Duration.ofSeconds(2));
            var decided = Markup.message("decided")
                    .with("message", message.id())
                    .with("alert", number)
                    .with("on", day(at));
            return new Said(
                    AnswerCode.PENDING,
                    null,
                    List.of(new Telling("decided-" + message.id(), "decided", decided.toString(), at)));
        }
        var entered = Markup.message("entered").with("alert", number).with("on", day(message.at()));
        return new Said(AnswerCode.ACCEPTED, entered.toString(), later(message, number));
    }

    /** What other States find and ask because of an alert. */
    private static List<Telling> later(Heard message, String number) {
        var at = message.at().plus(Duration.ofMinutes(3 + roll(message.id(), "when", 12)));
        if (chance(message.id(), "inside", 15)) {
            return List.of(hit(message, number, "INSIDE", false, at));
        }
        if (chance(message.id(), "exit", 15)) {
            return List.of(hit(message, number, "EXIT", true, at));
        }
        if (chance(message.id(), "permit", 20)) {
            return List.of(asked(message, number, "PERMIT_INTENDED", "uzturēšanās atļauja", at));
        }
        return chance(message.id(), "purpose", 40)
                ? List.of(asked(message, number, "PURPOSE_REACHED", "persona saņēmusi uzturēšanās atļauju", at))
                : List.of();
    }

    private static Telling hit(Heard message, String number, String kind, boolean left, Instant at) {
        var state = state(message.id());
        var body = Markup.message("hit")
                .with("alert", number)
                .with("kind", kind)
                .with("state", state)
                .with("on", day(at))
                .with("at", LocalTime.ofInstant(at, RegisterClock.RIGA).truncatedTo(ChronoUnit.MINUTES))
                .with("reference", number("SIRENE-", message.id()))
                .with("left", left)
                .with("removed", left ? Boolean.FALSE : null)
                .holding("place", TOWNS.get(state) + (left ? ", lidosta" : ", autoosta"))
                .holding("document", left ? "Pase, derīga" : "Pase, nederīga")
                .holding("measure", left ? "Izlaista pēc pārbaudes" : "Identificēta un nogādāta policijas iecirknī");
        return new Telling("hit-" + message.id(), "hit", body.toString(), at);
    }

    private static Telling asked(Heard message, String number, String kind, String subject, Instant at) {
        var body = Markup.message("consultation")
                .with("alert", number)
                .with("kind", kind)
                .with("state", state(message.id()))
                .with("subject", subject)
                .with("reference", number("SIRENE-", message.id()));
        return new Telling("asked-" + message.id(), "consultation", body.toString(), at);
    }

    private Said deleted(Heard message, Element body) {
        if (!isKept(message, body)) {
            return refused("there is no such alert");
        }
        kept.remove(message.person());
        return Said.of(AnswerCode.ACCEPTED, null);
    }

    private boolean isKept(Heard message, Element body) {
        return body.getAttribute("alert").equals(kept.get(message.person()));
    }

    private static Telling outcome(Heard message, String kind) {
        var at = message.at().plus(Duration.ofMinutes(2));
        var keeps = chance(message.id(), "keeps", 2);
        var answer = kind.equals("INCOMPATIBLE")
                ? keeps ? "DO_NOT_ENTER" : "ENTER"
                : keeps ? "PERMIT_KEPT" : "PERMIT_WITHDRAWN";
        var body = Markup.message("outcome")
                .with("consultation", message.id())
                .with("answer", answer)
                .with("on", day(at));
        return new Telling("outcome-" + message.id(), "outcome", body.toString(), at);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, RegisterClock.RIGA);
    }

    private static String state(String key) {
        return STATES.get(roll(key, "state", STATES.size()));
    }

    private static String number(String prefix, String key) {
        return prefix
                + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "")
                        .substring(0, 12)
                        .toUpperCase(Locale.ROOT);
    }

    private static boolean chance(String key, String what, int oneIn) {
        return roll(key, what, oneIn) == 0;
    }

    private static int roll(String key, String what, int sides) {
        return Math.floorMod((key + what).hashCode(), sides);
    }
}
