package lv.vmis.register.decision;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lv.vmis.register.edge.Parse;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Departure orders for those found together as typed: what they share, and what differs for each.
 *
 * @param reasons with fields in braces that are filled in for each person
 */
public record FamilyOrdersForm(
        UUID key,
        @Nullable String legalBasis,
        @Nullable String termDays,
        @Nullable String destination,
        @Nullable String reasons,
        List<Member> members) {

    /**
     * What differs for one of them.
     *
     * @param isIncluded whether an order is prepared for him
     * @param termDays empty: as shared
     * @param destination empty: as shared
     * @param reasons empty: as shared
     */
    public record Member(
            UUID caseId,
            boolean isIncluded,
            @Nullable String termDays,
            @Nullable String destination,
            @Nullable String reasons) {

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
                sent.getOrDefault("member", List.of()).stream()
                        .map(member -> Parse.id("member", member))
                        .map(id -> new Member(
                                id,
                                sent.containsKey("with-" + id),
                                sent.getFirst("termDays-" + id),
                                sent.getFirst("destination-" + id),
                                sent.getFirst("reasons-" + id)))
                        .toList());
    }

    @Nullable
    Member member(UUID caseId) {
        return members.stream()
                .filter(member -> member.caseId().equals(caseId))
                .findFirst()
                .orElse(null);
    }

    /** How the decision about one of them says it: his own words where there are some, else what is shared. */
    DecisionForm order(Member member) {
        return new DecisionForm(
                key,
                0,
                DecisionKind.DEPARTURE_ORDER.name(),
                legalBasis,
                Objects.requireNonNullElse(Member.own(member.destination()), destination),
                Objects.requireNonNullElse(Member.own(member.termDays()), termDays),
                Objects.requireNonNullElse(Member.own(member.reasons()), reasons),
                "no",
                null,
                null,
                null,
                "no",
                null,
                null,
                null);
    }

    /** The field where a mistake is mended: his own where he has one or it is his alone, else the shared one. */
    String field(Member member, String field) {
        var own = switch (field) {
            case "termDays" -> Member.own(member.termDays()) != null;
            case "destination" -> Member.own(member.destination()) != null;
            case "reasons" -> Member.own(member.reasons()) != null;
            case "legalBasis" -> false;
            default -> true;
        };
        return own ? member.field(field.isEmpty() ? "with" : field) : field;
    }
}
