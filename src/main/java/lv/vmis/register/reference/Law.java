package lv.vmis.register.reference;

import org.springframework.stereotype.Component;

/** The law as data: what it sets, and the grounds it gives. As it is, or as it would be. */
@Component
public record Law(LegalParameters parameters, LegalBases bases) {

    /** The law as it is with the change in force. */
    public Law with(Amendment change) {
        return switch (change) {
            case LawChange value -> new Law(parameters.with(value), bases);
            case GroundChange ground -> new Law(parameters, bases.with(ground));
        };
    }
}
