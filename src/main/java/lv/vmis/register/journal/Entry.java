package lv.vmis.register.journal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/** What a journal entry says besides who and when. */
public record Entry(
        Kind kind,
        String operation,
        @Nullable String objectType,
        @Nullable UUID objectId,
        @Nullable Integer objectVersion,
        List<PersonId> persons,
        @Nullable Purpose purpose,
        @Nullable String legalBasis,
        @Nullable String reason,
        Map<String, ?> searchData,
        @Nullable Integer resultCount,
        boolean allowed,
        Map<String, ?> payload) {

    /** The kinds of entry. */
    public enum Kind {
        ACT,
        LOOK,
        ACCESS
    }

    public static Entry act(Class<?> action) {
        return blank(Kind.ACT, action.getSimpleName(), null);
    }

    public static Entry look(String operation, Purpose purpose) {
        return blank(Kind.LOOK, operation, purpose);
    }

    public static Entry access(String operation, boolean allowed) {
        return new Entry(
                Kind.ACCESS,
                operation,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                Map.of(),
                null,
                allowed,
                Map.of());
    }

    private static Entry blank(Kind kind, String operation, @Nullable Purpose purpose) {
        return new Entry(
                kind, operation, null, null, null, List.of(), purpose, null, null, Map.of(), null, true, Map.of());
    }

    public Entry on(String type, UUID id, int version) {
        return new Entry(
                kind,
                operation,
                type,
                id,
                version,
                persons,
                purpose,
                legalBasis,
                reason,
                searchData,
                resultCount,
                allowed,
                payload);
    }

    public Entry about(PersonId... who) {
        return about(Arrays.asList(who));
    }

    public Entry about(Collection<PersonId> who) {
        return new Entry(
                kind,
                operation,
                objectType,
                objectId,
                objectVersion,
                List.copyOf(who),
                purpose,
                legalBasis,
                reason,
                searchData,
                resultCount,
                allowed,
                payload);
    }

    public Entry under(@Nullable String basis) {
        return new Entry(
                kind,
                operation,
                objectType,
                objectId,
                objectVersion,
                persons,
                purpose,
                basis,
                reason,
                searchData,
                resultCount,
                allowed,
                payload);
    }

    public Entry because(@Nullable String why) {
        return new Entry(
                kind,
                operation,
                objectType,
                objectId,
                objectVersion,
                persons,
                purpose,
                legalBasis,
                why,
                searchData,
                resultCount,
                allowed,
                payload);
    }

    public Entry searching(Map<String, ?> data, int results) {
        return new Entry(
                kind,
                operation,
                objectType,
                objectId,
                objectVersion,
                persons,
                purpose,
                legalBasis,
                reason,
                data,
                results,
                allowed,
                payload);
    }

    /** The state of the thing after the act. */
    public Entry with(Map<String, ?> state) {
        return new Entry(
                kind,
                operation,
                objectType,
                objectId,
                objectVersion,
                persons,
                purpose,
                legalBasis,
                reason,
                searchData,
                resultCount,
                allowed,
                state);
    }
}
