package lv.vmis.register.journal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lv.vmis.register.kernel.PersonId;
import lv.vmis.register.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/** What a journal entry says besides who and when: written word by word, then recorded once. */
public final class Entry {

    enum Kind {
        ACT,
        LOOK,
        ACCESS
    }

    final Kind kind;
    final String operation;
    final @Nullable Purpose purpose;
    final boolean allowed;

    @Nullable
    String objectType;

    @Nullable
    UUID objectId;

    @Nullable
    Integer objectVersion;

    @Nullable
    String legalBasis;

    @Nullable
    String reason;

    @Nullable
    Integer resultCount;

    List<PersonId> persons = List.of();
    Map<String, ?> searchData = Map.of();
    Map<String, ?> payload = Map.of();

    private Entry(Kind kind, String operation, @Nullable Purpose purpose, boolean allowed) {
        this.kind = kind;
        this.operation = operation;
        this.purpose = purpose;
        this.allowed = allowed;
    }

    /** An action changed something. */
    public static Entry act(Class<?> action) {
        return new Entry(Kind.ACT, action.getSimpleName(), null, true);
    }

    /** Somebody saw personal data. */
    public static Entry look(String operation, Purpose purpose) {
        return new Entry(Kind.LOOK, operation, purpose, true);
    }

    /** Somebody came in, or was turned away. */
    public static Entry access(String operation, boolean allowed) {
        return new Entry(Kind.ACCESS, operation, null, allowed);
    }

    /** The thing acted on, with its version after the act. */
    public Entry on(String type, UUID id, int version) {
        objectType = type;
        objectId = id;
        objectVersion = version;
        return this;
    }

    public Entry about(PersonId... who) {
        return about(List.of(who));
    }

    public Entry about(Collection<PersonId> who) {
        persons = List.copyOf(who);
        return this;
    }

    public Entry under(@Nullable String basis) {
        legalBasis = basis;
        return this;
    }

    public Entry because(@Nullable String why) {
        reason = why;
        return this;
    }

    public Entry searching(Map<String, ?> data, int results) {
        searchData = data;
        resultCount = results;
        return this;
    }

    /** The state of the thing after the act. */
    public Entry with(Map<String, ?> state) {
        payload = state;
        return this;
    }
}
