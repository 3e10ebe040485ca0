package lv.vmis.register.decision;

import java.util.List;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Departure orders for those found together as typed: what they share, and what differs for each.
 *
 * @param reasons with fields in braces that are filled in for each person
 * @param lvBan of every adult who has none of his own; so is {@code schBan}
 */
public record FamilyOrdersForm(
        UUID key,
        @Nullable String legalBasis,
        @Nullable String termDays,
        @Nullable String destination,
        @Nullable String reasons,
        @Nullable String familyLife,
        BanFields lvBan,
        BanFields schBan,
        List<Member> members) {

    /**
     * What differs for one of them.
     *
     * @param isIncluded whether an order is prepared for him
     * @param termDays empty: as shared
     * @param destination empty: as shared
     * @param reasons empty: as shared
     * @param familyLife empty: as shared
     * @param lvBan as shared, where it does not say otherwise; so is {@code schBan}
     */
    public record Member(
            UUID caseId,
            boolean isIncluded,
            @Nullable String termDays,
            @Nullable String destination,
            @Nullable String reasons,
            @Nullable String familyLife,
            BanFields lvBan,
            BanFields schBan) {

        /** In everything as shared. */
        Member(UUID caseId, boolean isIncluded, @Nullable String destination) {
            this(caseId, isIncluded, null, destination, null, null, BanFields.AS_SHARED, BanFields.AS_SHARED);
        }

        /** Whether anything of his differs from what is shared. */
        public boolean differs() {
            return own(termDays) != null
                    || own(destination) != null
                    || own(reasons) != null
                    || own(familyLife) != null
                    || lvBan.isOwn()
                    || schBan.isOwn();
        }

        /** The field of his that asks this. */
        public String field(String name) {
            return name + "-" + caseId;
        }

        private static @Nullable String own(@Nullable String typed) {
            return typed == null || typed.isBlank() ? null : typed;
        }
    }

    static FamilyOrdersForm of(MultiValueMap<String, String> sent) {
        return new FamilyOrdersForm(
                Parse.id("key", sent.getFirst("key")),
                sent.getFirst("legalBasis"),
                sent.getFirst("termDays"),
                sent.getFirst("destination"),
                sent.getFirst("reasons"),
                sent.getFirst("familyLife"),
                BanFields.of(sent, BanTerritory.LV, ""),
                BanFields.of(sent, BanTerritory.SCH, ""),
                sent.getOrDefault("member", List.of()).stream()
                        .map(member -> Parse.id("member", member))
                        .map(id -> new Member(
                                id,
                                sent.containsKey("with-" + id),
                                sent.getFirst("termDays-" + id),
                                sent.getFirst("destination-" + id),
                                sent.getFirst("reasons-" + id),
                                sent.getFirst("familyLife-" + id),
                                BanFields.of(sent, BanTerritory.LV, "-" + id),
                                BanFields.of(sent, BanTerritory.SCH, "-" + id)))
                        .toList());
    }

    @Nullable
    Member member(UUID caseId) {
        return members.stream()
                .filter(member -> member.caseId().equals(caseId))
                .findFirst()
                .orElse(null);
    }

    /**
     * How the decision about one of them says it: his own words where there are some, else what is shared.
     *
     * @param isAdult a child is banned only where that is said of him
     */
    DecisionForm order(Member member, boolean isAdult) {
        var lv = ban(member.lvBan(), lvBan, isAdult);
        var sch = ban(member.schBan(), schBan, isAdult);
        return new DecisionForm(
                key,
                0,
                DecisionKind.DEPARTURE_ORDER.name(),
                legalBasis,
                either(member.destination(), destination),
                either(member.termDays(), termDays),
                either(member.reasons(), reasons),
                either(member.familyLife(), familyLife),
                lv.wanted(),
                lv.basis(),
                lv.months(),
                lv.reasons(),
                sch.wanted(),
                sch.basis(),
                sch.months(),
                sch.reasons());
    }

    private static @Nullable String either(@Nullable String own, @Nullable String shared) {
        return Member.own(own) == null ? shared : own;
    }

    private static BanFields ban(BanFields own, BanFields shared, boolean isAdult) {
        return own.isOwn() ? own : isAdult ? shared : BanFields.NONE;
    }

    /** The field where a mistake is mended: his own where he has one or it is his alone, else the shared one. */
    String field(Member member, String field) {
        var own = switch (field) {
            case "termDays" -> Member.own(member.termDays()) != null;
            case "destination" -> Member.own(member.destination()) != null;
            case "reasons" -> Member.own(member.reasons()) != null;
            case "familyLife" -> Member.own(member.familyLife()) != null;
            case "lvBasis", "lvMonths", "lvReasons" -> member.lvBan().isOwn();
            case "schBasis", "schMonths", "schReasons" -> member.schBan().isOwn();
            case "legalBasis" -> false;
            default -> true;
        };
        return own ? member.field(field.isEmpty() ? "with" : field) : field;
    }
}
