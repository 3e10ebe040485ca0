package lv.vmis.register.vmis;

import lv.vmis.register.exchange.AnswerCode;
import lv.vmis.register.exchange.Correspondent;
import lv.vmis.register.exchange.StandIn;
import org.springframework.stereotype.Component;

/** Stands in for the border system: it hears nothing from the register, and tells what a demonstration lets it tell. */
@Component
class BorderStandIn implements StandIn {

    @Override
    public Correspondent as() {
        return Correspondent.BORDER;
    }

    @Override
    public Said hear(Heard message) {
        return Said.of(AnswerCode.REFUSED, null);
    }
}
