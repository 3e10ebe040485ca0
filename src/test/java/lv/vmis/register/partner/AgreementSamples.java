package lv.vmis.register.partner;

import static lv.vmis.register.support.DecisionSamples.as;
import static lv.vmis.register.support.DecisionSamples.done;
import static lv.vmis.register.support.DecisionSamples.official;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import lv.vmis.register.edge.ApiCall;
import lv.vmis.register.edge.Attribute;
import lv.vmis.register.edge.Way;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Agreements of tests, made by the real acts of two officials, each with one system whose key follows from its number. */
@Component
public class AgreementSamples {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final ProposeTerms propose;
    private final ApproveAgreementChange approve;
    private final SuspendAgreement suspend;
    private final Agreements agreements;

    AgreementSamples(
            ProposeTerms propose, ApproveAgreementChange approve, SuspendAgreement suspend, Agreements agreements) {
        this.propose = propose;
        this.approve = approve;
        this.suspend = suspend;
        this.agreements = agreements;
    }

    /** With everything that can be agreed and no limit. */
    public static Terms terms(LocalDate from, String... purposes) {
        return terms(from, EnumSet.allOf(Way.class), purposes);
    }

    static Terms terms(LocalDate from, Set<Way> ways, String... purposes) {
        return terms(from, ways, EnumSet.allOf(Attribute.class), purposes);
    }

    private static Terms terms(LocalDate from, Set<Way> ways, Set<Attribute> attributes, String... purposes) {
        return termsSent(from, ways, attributes, null, purposes);
    }

    private static Terms termsSent(
            LocalDate from, Set<Way> ways, Set<Attribute> attributes, @Nullable String eventsUrl, String... purposes) {
        return new Terms(
                "Izdomāts pamats",
                from,
                ways,
                EnumSet.allOf(ApiCall.class),
                attributes,
                List.of(purposes),
                null,
                null,
                null,
                null,
                List.of(),
                from,
                null,
                eventsUrl,
                "Izdomāta daļa");
    }

    /** One whose systems follow persons, and are told these attributes; all when none is named. */
    public String following(LocalDate from, Attribute... attributes) {
        var told = attributes.length == 0 ? EnumSet.allOf(Attribute.class) : Set.of(attributes);
        return agreed(terms(from, EnumSet.of(Way.KEY), told, "CRIMINAL"));
    }

    /** As {@link #following}, and events are sent to the address. */
    public String followingAt(String address, LocalDate from, Attribute... attributes) {
        var told = attributes.length == 0 ? EnumSet.allOf(Attribute.class) : Set.of(attributes);
        return agreed(termsSent(from, EnumSet.of(Way.KEY), told, address, "CRIMINAL"));
    }

    /** What its system says with each call. */
    public static Map<String, String> headers(String number) {
        return Map.of(
                "Authorization",
                "Bearer " + key(number),
                "X-Register-Permission",
                number,
                "X-Register-Purpose",
                "CRIMINAL",
                "X-Register-Case",
                "11094001126");
    }

    public static String key(String number) {
        return "key of " + number;
    }

    public String agreed(Terms terms) {
        var number = "TST-" + NEXT.incrementAndGet() + "-" + UUID.randomUUID();
        approve(propose(number, terms, true));
        agreements.addDemo(number, number, key(number));
        return number;
    }

    /** One of an institution, with a number; made once. */
    public synchronized void ofInstitution(String number, String institution, Terms terms) {
        var by = official("administrators");
        var proposed = as(
                by,
                () -> propose.run(new ProposeTerms.Input(number, institution, terms, "Izdomāts iemesls", true), by));
        if (proposed instanceof Outcome.Done<UUID>(var change)) {
            approve(change);
            agreements.addDemo(number, number, key(number));
        }
    }

    public void change(String number, Terms terms) {
        approve(propose(number, terms, false));
    }

    public UUID propose(String number, Terms terms, boolean isNew) {
        var by = official("administrators");
        return as(
                by,
                () -> done(propose.run(new ProposeTerms.Input(number, "VP", terms, "Izdomāts iemesls", isNew), by)));
    }

    public void approve(UUID change) {
        var by = official("parzine");
        as(by, () -> done(approve.run(new ApproveAgreementChange.Input(change, 0), by)));
    }

    public void suspend(String number) {
        var by = official("drosiba");
        as(by, () -> done(suspend.run(new SuspendAgreement.Input(number, "Aizdomas par noplūdi"), by)));
    }
}
