package lv.vmis.register.vmis;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import lv.vmis.register.exchange.AnswerCode;
import lv.vmis.register.exchange.Correspondent;
import lv.vmis.register.exchange.StandIn;
import lv.vmis.register.exchange.Xml;
import lv.vmis.register.kernel.RegisterClock;
import org.springframework.stereotype.Component;

/** Stands in for VMIS: what it holds of a person follows from his number; of one in five it soon tells that a permit was granted. */
@Component
class VmisStandIn implements StandIn {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Override
    public Correspondent as() {
        return Correspondent.VMIS;
    }

    @Override
    public Said hear(Heard message) {
        if (!message.kind().equals(VmisWords.LOOK_UP)
                || Xml.fault(message.body(), VmisWords.SCHEMA).isPresent()) {
            return Said.of(AnswerCode.REFUSED, null);
        }
        var number = Long.parseLong(VmisWords.root(message.body()).getAttribute("register-number"));
        var today = LocalDate.ofInstant(message.at(), RegisterClock.RIGA);
        var changed = new VmisStanding("PERMIT", "GRANTED", "UA-" + number, today, today.plusYears(1));
        var later = number % 5 == 0
                ? List.of(new Telling(
                        "vmis-" + message.id(),
                        VmisWords.CHANGED,
                        VmisWords.changed(number, changed),
                        message.at().plus(SOON)))
                : List.<Telling>of();
        return new Said(AnswerCode.ACCEPTED, VmisWords.found(held(number, today)), later);
    }

    private static List<VmisStanding> held(long number, LocalDate today) {
        return switch ((int) (number % 3)) {
            case 0 -> List.of();
            case 1 ->
                List.of(new VmisStanding(
                        "VISA", "EXPIRED", "LVA" + number, today.minusMonths(8), today.minusMonths(5)));
            default ->
                List.of(
                        new VmisStanding("ASYLUM", "REFUSED", "PM-" + number, today.minusMonths(14), null),
                        new VmisStanding(
                                "PERMIT", "EXPIRED", "UA-" + number, today.minusYears(3), today.minusMonths(2)));
        };
    }
}
