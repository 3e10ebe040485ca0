package lv.vmis.register.legacy.reconciling;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.vmis.register.legacy.export.OldTable;
import lv.vmis.register.legacy.meaning.Meaning;
import lv.vmis.register.legacy.meaning.Who;
import lv.vmis.register.reading.DocumentNumbers;
import org.jspecify.annotations.Nullable;

/** What is kept as the row says it, so that old and new can be held against each other. */
public enum KeptField {
    /** Stands for the whole row: it is not understood any more, so nothing can be compared. */
    MEANING,
    SURNAME("UZVARDS"),
    BIRTH("DZ_DATUMS"),
    SEX("DZIMUMS"),
    NATIONALITY("VALSTS_PIED"),
    PERSONAL_CODE("PERS_KODS"),
    DOCUMENTS("DOK1_NR", "DOK2_NR", "DOKUMENTI"),
    ADDRESSES(
            "ADRESE",
            "PILSETA",
            "RAJONS",
            "NOVADS",
            "CIEMS",
            "MAJA",
            "IELA",
            "MAJAS_NR",
            "KORPUSS",
            "DZIVOKLIS",
            "ARV_ADRESE"),
    BAN_FROM("AIZL_NO"),
    BAN_UNTIL("AIZL_LIDZ"),
    DECISION_NUMBER("LEM_NR"),
    DECIDED_ON("LEM_DATUMS");

    /** How a ban without an end is written here. */
    static final String INDEFINITE = "∞";

    /** The ICAO code of an issuer that is not known. */
    private static final String NOT_KNOWN = "XXX";

    private final List<String> columns;

    KeptField(String... columns) {
        this.columns = List.of(columns);
    }

    /** The columns it is read from. */
    public List<String> columns() {
        return columns;
    }

    /** Whether rows of the table have it. */
    boolean isOf(OldTable table) {
        return switch (this) {
            case MEANING -> false;
            case BAN_FROM, BAN_UNTIL, DECISION_NUMBER, DECIDED_ON -> table == OldTable.LGM_ENTRIES;
            case SURNAME, BIRTH, SEX, NATIONALITY, PERSONAL_CODE, DOCUMENTS, ADDRESSES -> true;
        };
    }

    /** What the register has to say of a row that means this; what is empty is left out. */
    static Map<KeptField, String> of(Meaning meaning) {
        var who = meaning.who();
        var said = new EnumMap<KeptField, String>(KeptField.class);
        put(said, SURNAME, who.surname());
        put(said, BIRTH, who.birth().toString());
        put(said, SEX, who.sex());
        put(said, NATIONALITY, joined(who.nationalities().stream().map(Who.Nation::country)));
        put(said, PERSONAL_CODE, who.personalCode());
        put(said, DOCUMENTS, joined(documents(who).stream()));
        put(said, ADDRESSES, joined(who.addresses().stream().map(place -> place.country() + ' ' + place.text())));
        var ban = meaning.ban();
        if (ban != null) {
            put(said, BAN_FROM, ban.from().toString());
            put(said, BAN_UNTIL, ban.until() == null ? INDEFINITE : ban.until().toString());
            put(said, DECISION_NUMBER, ban.number());
            put(said, DECIDED_ON, ban.decidedOn().toString());
        }
        return said;
    }

    /** Each once, however its number is written a second time. */
    static Collection<String> documents(Who who) {
        var documents = new LinkedHashMap<String, String>();
        for (var paper : who.documents()) {
            var issuer = paper.issuer() == null ? NOT_KNOWN : paper.issuer();
            documents.putIfAbsent(
                    paper.type() + ' ' + DocumentNumbers.key(paper.number()) + ' ' + issuer,
                    paper.type() + ' ' + paper.number() + ' ' + issuer);
        }
        return documents.values();
    }

    /** Several values as one: each once, in the order of their letters. */
    static String joined(Stream<String> values) {
        return values.distinct().sorted().collect(Collectors.joining("; "));
    }

    static void put(Map<KeptField, String> said, KeptField field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            said.put(field, value);
        }
    }
}
