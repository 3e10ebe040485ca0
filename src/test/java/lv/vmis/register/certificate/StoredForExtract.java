package lv.vmis.register.certificate;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** What the register stores of a person, asked apart from how an extract asks it, and what no extract tells. */
final class StoredForExtract {

    private StoredForExtract() {}

    /** What each row of an extract rests on, asked in another way than the extract asks. */
    static final Map<String, String> COUNTED = Map.ofEntries(
            Map.entry("record", "select count(*) from person t where t.id = any(:records)"),
            Map.entry("identity_fact", of("identity")),
            Map.entry("document_fact", of("document")),
            Map.entry("address_fact", of("address")),
            Map.entry("kinship_fact", of("kinship")),
            Map.entry("warning_fact", of("warning")),
            Map.entry("vulnerability_fact", of("vulnerability")),
            Map.entry("mark_fact", of("mark")),
            Map.entry("remark_fact", of("remark")),
            Map.entry("case", of("return_case")),
            Map.entry("finding", of("finding")),
            Map.entry(
                    "handover",
                    "select count(*) from handover where case_id in (select id from return_case where person_id = any(:records))"),
            Map.entry("closing", of("case_closing")),
            Map.entry("old_row", of("old_outcome")),
            Map.entry("whereabouts", of("whereabouts")),
            Map.entry("detained", of("detention")),
            Map.entry("held_by", of("detention_title")),
            Map.entry("placed", of("placement")),
            Map.entry("measure", of("alternative_measure")),
            Map.entry("decision", of("decision") + " and number is not null"),
            Map.entry("decision_service", ofWith("service", "SERVICE")),
            Map.entry("judgment", of("judgment")),
            Map.entry("follow_up", of("follow_up") + " and number is not null"),
            Map.entry("follow_up_service", of("follow_up_service")),
            Map.entry("remedy", ofWith("remedy", "REMEDY")),
            Map.entry(
                    "ban",
                    of("ban")
                            + " and dropped_at is null and decision_id in (select id from decision where number is not null)"),
            Map.entry("ban_review", of("ban_review")),
            Map.entry("safeguard", of("safeguard")),
            Map.entry(
                    "questionnaire",
                    "select count(distinct decision_id) from questionnaire where person_id = any(:records)"),
            Map.entry("removal_step", of("removal_step") + " and withdrawn_by is null"),
            Map.entry("departure", ofWith("departure", "DEPARTURE")),
            Map.entry("exit_notice", of("exit_notice")),
            Map.entry("notice", of("notice")),
            Map.entry("vmis_notice", of("vmis_notice")),
            Map.entry("file", of("file") + " and withdrawn_by is null and malware is null"),
            Map.entry("issued", of("certificate")),
            Map.entry(
                    "look",
                    "select count(distinct (institution, purpose)) from entry where persons && :records and kind = 'look' and decision = 'allow'"));

    /** Words of their own, which stand in an extract as they are stored. */
    static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("identity_fact", words("identity", "family_name", "given_names", "personal_code", "birth_place")),
            Map.entry("document_fact", words("document", "number", "authority")),
            Map.entry("address_fact", words("address", "text", "street")),
            Map.entry("kinship_fact", words("kinship", "name")),
            Map.entry("remark_fact", words("remark", "text")),
            Map.entry("case", words("return_case", "number")),
            Map.entry("finding", words("finding", "place", "circumstances")),
            Map.entry("old_row", words("old_outcome", "key")),
            Map.entry("closing", words("case_closing", "note")),
            Map.entry("whereabouts", words("whereabouts", "done")),
            Map.entry("detained", words("detention", "circumstances", "last_resort", "release_note")),
            Map.entry("held_by", words("detention_title", "court", "number")),
            Map.entry("measure", words("alternative_measure", "terms", "end_note")),
            Map.entry("decision", words("decision", "number", "case when number is not null then reasons end")),
            Map.entry("decision_service", words("service", "note")),
            Map.entry("judgment", words("judgment", "court", "prison")),
            Map.entry("departure", words("withdrawn_entry", "case when kind = 'DEPARTURE' then reason end")),
            Map.entry("follow_up", words("follow_up", "number", "case when number is not null then reasons end")),
            Map.entry(
                    "remedy",
                    words("remedy", "addressee", "grounds", "result_number", "result_note")
                            + " union all "
                            + words("withdrawn_entry", "case when kind like 'REMEDY%' then reason end")),
            Map.entry("safeguard", words("safeguard", "evidence")),
            Map.entry(
                    "removal_step",
                    words(
                            "removal_step",
                            "case when withdrawn_by is null then note end",
                            "case when withdrawn_by is null then number end")),
            Map.entry("notice", words("notice", "reference", "summary", "answer")),
            Map.entry("vmis_notice", words("vmis_notice", "number")),
            Map.entry("file", words("file", "case when withdrawn_by is null and malware is null then title end")));

    /** Personal columns that no extract tells, each with why. */
    static final Map<String, Set<String>> UNTOLD = Map.ofEntries(
            Map.entry(
                    "SIS: SIRENE tells of it",
                    Set.of(
                            "alert.*",
                            "alert_consultation.*",
                            "alert_difference.*",
                            "alert_notice.*",
                            "alert_particulars.*",
                            "alert_review.*",
                            "old_sis_line.*")),
            Map.entry("copies of what stands elsewhere", Set.of("outbox.*", "inbox.*", "signed_document.*")),
            Map.entry(
                    "how it was before it was corrected",
                    Set.of(
                            "fact_past.*",
                            "detention_past.*",
                            "finding_past.*",
                            "withdrawn_entry.entry",
                            "withdrawn_ruling.*")),
            Map.entry("kept for the official who looks", Set.of("stated_purpose.*")),
            Map.entry(
                    "worked out from what is told, or kept for finding and checking",
                    Set.of(
                            "document.mrz",
                            "file.sha256",
                            "identity.birth_earliest",
                            "identity.birth_latest",
                            "identity.name_key",
                            "document.number_key",
                            "remedy.leave_by_before",
                            "decision.served_on",
                            "decision.departed_on",
                            "ban.first_on",
                            "ban.last_on",
                            "ban.starts",
                            "ban.starts_on",
                            "ban.ends_on",
                            "ban.old_cancelled_on",
                            "old_outcome.key_folded",
                            "old_outcome.reasons",
                            "follow_up.served_on")),
            Map.entry(
                    "nobody signed it",
                    Set.of(
                            "decision.return_reason",
                            "decision.withdraw_reason",
                            "follow_up.decline_reason",
                            "file.withdrawn_reason",
                            "removal_step.withdrawn_at",
                            "removal_step.withdrawn_reason")),
            Map.entry(
                    "work within the institutions",
                    Set.of(
                            "return_case.group_id",
                            "return_case.next_step",
                            "return_case.step_from",
                            "return_case.step_due",
                            "return_case.step_owner",
                            "return_case.step_unit",
                            "return_case.step_place")),
            Map.entry(
                    "names somebody else", Set.of("questionnaire.interpreter", "removal_step.name", "cleared_hit.*")));

    private static String of(String table) {
        return "select count(*) from " + table + " where person_id = any(:records)";
    }

    /** With what was withdrawn of it. */
    private static String ofWith(String table, String kind) {
        return "select (%s) + (%s and kind like '%s%%')".formatted(of(table), of("withdrawn_entry"), kind);
    }

    private static String words(String table, String... columns) {
        return Arrays.stream(columns)
                .map(column -> "select " + column + " as word from " + table + " where person_id = any(:records)")
                .collect(joining(" union all "));
    }
}
