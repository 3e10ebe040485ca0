package lv.vmis.register.document;

import static lv.vmis.register.document.Part.Type.*;
import static lv.vmis.register.document.Part.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is printed from fixed texts that are kept in versions: the parts of each, in the order in which they stand. */
public enum DocumentKind {
    DEPARTURE_ORDER(
            Stream.of(
                    part("title", TITLE),
                    found(),
                    norms(),
                    part("decides", TEXT, "issuer"),
                    part("duty", POINT, "term", "days"),
                    part("duty_open", POINT)),
            destination(),
            bans(),
            defence(),
            Stream.of(part("served", TEXT))),
    REMOVAL_DECISION(
            Stream.of(part("title", TITLE), found(), norms(), part("decides", TEXT, "issuer"), part("duty", POINT)),
            destination(),
            bans(),
            Stream.of(part("executes", POINT, "execution_basis")),
            defence(),
            Stream.of(part("served", TEXT))),
    ENTRY_BAN(
            Stream.of(part("title", TITLE), norms(), part("family", HEADING), part("decides", TEXT, "issuer")),
            bans(),
            bansFrom(),
            defence(),
            Stream.of(part("served", TEXT))),
    FOLLOW_UP(
            Stream.of(
                    part("title_suspend", TITLE),
                    part("title_resume", TITLE),
                    part("title_extend", TITLE),
                    part("title_amend", TITLE),
                    part("title_cancel", TITLE),
                    part("title_reduce", TITLE),
                    part("about", HEADING),
                    part("about_decision", ROW),
                    part("about_ban_lv", TEXT),
                    part("about_ban_sch", TEXT),
                    part("basis", HEADING),
                    norms(),
                    part("decision", HEADING),
                    part("decides", TEXT, "issuer"),
                    part("suspend", POINT, "effect_on"),
                    part("resume", POINT, "effect_on"),
                    part("extend", POINT, "effect_on", "leave_by"),
                    part("amend", POINT, "effect_on", "destination"),
                    part("cancel", POINT, "effect_on"),
                    part("reduce", POINT, "effect_on", "ban_term", "months"),
                    part("rest", POINT),
                    part("defence", HEADING)),
            defence(),
            Stream.of(part("service", HEADING), part("served", TEXT)),
            service()),
    REMOVAL_NOTICE(
            Stream.of(
                    part("title", TITLE),
                    part("told", HEADING),
                    part("starts", TEXT, "starts_on", "starts_at"),
                    part("by_decision", ROW),
                    part("destination", ROW),
                    part("transport", ROW),
                    part("escort", ROW),
                    part("in_time", TEXT, "hours", "notice_basis"),
                    part("shortened", TEXT, "hours", "notice_basis"),
                    part("because_threat", BOX),
                    part("because_quick", BOX, "full_hours"),
                    part("changes", TEXT),
                    part("service", HEADING),
                    part("served", TEXT)),
            service()),
    EMBASSY_REQUEST(
            Stream.of(
                    part("title", TITLE),
                    part("to", ROW),
                    part("request", TEXT, "number", "date"),
                    part("enclosed", HEADING),
                    part("questionnaire", BOX),
                    part("fingerprints", BOX),
                    part("photographs", BOX),
                    part("state_form", BOX),
                    part("application", BOX),
                    part("other_papers", BOX),
                    part("application_refused", BOX),
                    part("annex", NEXT_TITLE),
                    part("annex_person", HEADING)),
            IntStream.rangeClosed(1, 15).mapToObj(item -> part("q1_" + item, ROW)),
            Stream.of(part("annex_looks", HEADING)),
            IntStream.rangeClosed(1, 11).mapToObj(item -> part("q2_" + item, ROW)),
            Stream.of(
                    part("given_by", SIGN),
                    part("translated_from", SIGN),
                    part("translated_by", SIGN),
                    part("filled_by", SIGN))),
    ESCORT_SHEET(Stream.of(
            part("title", TITLE),
            part("removal", HEADING),
            part("by_decision", ROW),
            part("starts", ROW),
            part("transport", ROW),
            part("destination", ROW),
            part("escort_end", ROW),
            part("escorts", ROW),
            part("care", HEADING),
            part("warnings", ROW),
            part("vulnerabilities", ROW),
            part("medical", ROW),
            part("duty", HEADING),
            part("leader", SIGN),
            part("members", SIGN_HIGH),
            part("papers", SIGN_HIGH),
            part("allowance", SIGN),
            part("course", HEADING),
            part("began", SIGN),
            part("events", SIGN_HIGH),
            part("ended", SIGN),
            part("signed", SIGN))),
    HAND_OVER(Stream.of(
            part("title", TITLE),
            part("what", HEADING),
            part("act", TEXT),
            part("by_decision", ROW),
            part("destination", ROW),
            part("place", SIGN),
            part("moment", SIGN),
            part("handed", HEADING),
            part("papers", SIGN_HIGH),
            part("belongings", SIGN_HIGH),
            part("money", SIGN),
            part("health", SIGN_HIGH),
            part("remarks", SIGN_HIGH),
            part("parties", HEADING),
            part("gives", SIGN_HIGH),
            part("takes", SIGN_HIGH))),
    CERTIFICATE(Stream.of(
            part("title", TITLE),
            part("about", HEADING),
            part("recipient", ROW),
            part("purpose", ROW),
            part("holds", TEXT, "issued_on"),
            part("bans", HEADING),
            part("no_ban", TEXT),
            part("ban_lv", POINT, "ban_from", "ban_until", "decision"),
            part("ban_lv_indefinite", POINT, "ban_from", "decision"),
            part("ban_lv_waiting", POINT, "decision"),
            part("ban_sch", POINT, "ban_from", "ban_until", "decision"),
            part("ban_sch_indefinite", POINT, "ban_from", "decision"),
            part("ban_sch_waiting", POINT, "decision"),
            part("decisions", HEADING),
            part("no_decision", TEXT),
            part("signed", POINT, "decision"),
            part("served", POINT, "decision", "served_on"),
            part("served_term", POINT, "decision", "served_on", "leave_by"),
            part("suspended", POINT, "decision"),
            part("departed", POINT, "decision", "departed_on"),
            part("limits", TEXT))),
    DATA_EXTRACT(
            Stream.of(
                    part("title", TITLE),
                    part("about", HEADING),
                    part("recipient", ROW),
                    part("requested_on", ROW),
                    part("purpose", ROW),
                    part("holds", TEXT, "issued_on")),
            section("identity", "record", "identity_fact", "document_fact", "address_fact"),
            section("family", "kinship_fact"),
            section("traits", "warning_fact", "vulnerability_fact", "mark_fact", "remark_fact"),
            section("cases", "case", "finding", "handover", "closing"),
            section("search", "whereabouts"),
            section("detention", "detained", "held_by", "placed", "measure"),
            section("decisions", "decision", "decision_service", "judgment"),
            section("follow_ups", "follow_up", "follow_up_service"),
            section("remedies", "remedy"),
            section("bans", "ban", "ban_review"),
            section("removal", "safeguard", "questionnaire", "removal_step"),
            section("departures", "departure", "exit_notice"),
            section("notices", "notice", "vmis_notice"),
            section("files", "file", "issued"),
            section("recipients", "look"),
            Stream.of(
                    part("complete", TEXT),
                    part("withheld", TEXT, "ground"),
                    part("sis", HEADING),
                    part("sis_where", TEXT),
                    part("processing", HEADING),
                    part("controller", TEXT),
                    part("purposes", TEXT),
                    part("retention", TEXT),
                    part("rights", HEADING),
                    part("rectify", TEXT),
                    part("complain", TEXT))),
    /** Reasons offered for a legal basis; printed within a decision. */
    REASONS(Stream.of(part(
            "text",
            TEXT,
            "found_on",
            "unit",
            "finding_basis",
            "place",
            "name",
            "born",
            "nationality",
            "destination",
            "days")));

    private final List<Part> parts;

    @SafeVarargs
    DocumentKind(Stream<Part>... parts) {
        var all = new ArrayList<Part>();
        for (var some : parts) {
            some.forEach(all::add);
        }
        this.parts = List.copyOf(all);
    }

    public List<Part> parts() {
        return parts;
    }

    /** The part of that name. */
    public Part named(String name) {
        return parts.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s has no part %s".formatted(this, name)));
    }

    /** Whether it stands in a decision and has a legal basis of its own, and so several templates side by side. */
    public boolean isReasons() {
        return this == REASONS;
    }

    /** Whether it says who a person is and nothing else of his papers: what is told of him stands below. */
    boolean isOnRequest() {
        return this == CERTIFICATE || this == DATA_EXTRACT;
    }

    /** As in addresses and names of files: "removal-notice". */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A section of what is told: its heading, and a row for each thing it may tell. */
    private static Stream<Part> section(String heading, String... told) {
        return Stream.concat(Stream.of(part(heading, HEADING)), Stream.of(told).map(row -> part(row, ROW)));
    }

    private static Part found() {
        return part("found", TEXT, "found_on", "place", "unit");
    }

    private static Part norms() {
        return part("norms", TEXT, "legal_bases");
    }

    private static Stream<Part> destination() {
        return Stream.of(
                part("destination", POINT, "destination"), part("destination_nationality", POINT, "destination"));
    }

    private static Stream<Part> bans() {
        return Stream.of(
                part("ban_lv", POINT, "ban_term", "months", "ban_basis"),
                part("ban_lv_indefinite", POINT, "ban_term", "ban_basis"),
                part("ban_sch", POINT, "ban_term", "months", "ban_basis"),
                part("ban_sch_indefinite", POINT, "ban_term", "ban_basis"));
    }

    private static Stream<Part> bansFrom() {
        return Stream.of(
                part("ban_lv_from", POINT, "ban_term", "months", "ban_from", "ban_basis"),
                part("ban_lv_from_indefinite", POINT, "ban_term", "ban_from", "ban_basis"),
                part("ban_sch_from", POINT, "ban_term", "months", "ban_from", "ban_basis"),
                part("ban_sch_from_indefinite", POINT, "ban_term", "ban_from", "ban_basis"));
    }

    private static Stream<Part> defence() {
        return Stream.of(
                part("contest", TEXT, "contest_term", "contest_days"),
                part("decided_by", ROW),
                part("submitted_to", ROW),
                part("contest_basis", ROW),
                part("court", TEXT, "court", "court_days", "court_basis"));
    }

    static Stream<Part> service() {
        return Stream.of(
                part("addressee_signs", SIGN),
                part("received", SIGN),
                part("served_in", SIGN),
                part("interpreter", SIGN),
                part("explains", SIGN_HIGH),
                part("refused_to_sign", SIGN_HIGH),
                part("official", SIGN));
    }
}
