package lv.vmis.register.ban;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.reference.Names;
import org.springframework.stereotype.Component;

/** What a list of bans is narrowed by, in words: for the page, the journal and the file. */
@Component
public class BanWords {

    private final Names names;

    BanWords(Names names) {
        this.names = names;
    }

    public Map<String, String> of(BanQuery query, Frame f) {
        var words = new LinkedHashMap<String, String>();
        words.put(f.t("ban.on"), f.day(query.day()));
        if (query.state() != null) {
            words.put(f.t("ban.state"), f.name("ban.state", query.state()));
        }
        if (query.territory() != null) {
            words.put(f.t("ban.territory"), f.name("ban.territory", query.territory()));
        }
        if (query.decider() != null) {
            words.put(f.t("ban.decider"), decider(query.decider(), f));
        }
        if (query.legalBasis() != null) {
            words.put(f.t("ban.legal-basis"), names.citation(f, query.legalBasis(), query.day()));
        }
        if (query.nationality() != null) {
            words.put(f.t("ban.nationality"), names.country(f, query.nationality()));
        }
        if (query.bornFrom() != null && query.bornTo() != null) {
            words.put(f.t("ban.born"), born(query.bornFrom(), query.bornTo(), f));
        }
        if (query.isIndefinite() != null) {
            words.put(f.t("ban.term"), f.name("ban.term", query.isIndefinite() ? "INDEFINITE" : "LIMITED"));
        }
        if (query.endsFrom() != null) {
            words.put(f.t("ban.ends-from"), f.day(query.endsFrom()));
        }
        if (query.endsTo() != null) {
            words.put(f.t("ban.ends-to"), f.day(query.endsTo()));
        }
        return words;
    }

    /** Who decided, also for all courts together. */
    public String decider(String code, Frame f) {
        return code.equals(BanQuery.COURT) ? f.t("ban.court") : names.institution(f, code);
    }

    private static String born(LocalDate from, LocalDate to, Frame f) {
        return from.equals(to) ? f.day(from) : f.day(from) + " – " + f.day(to);
    }

    /** "Uzbekistāna, Krievija". */
    public String nationalities(String codes, Frame f) {
        var all = new StringJoiner(", ");
        for (var code : codes.split(",", -1)) {
            if (!code.isEmpty()) {
                all.add(names.country(f, code));
            }
        }
        return all.toString();
    }
}
