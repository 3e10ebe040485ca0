package lv.vmis.register.exchange;

import java.util.List;

/** Stands in for N.SIS as the words of a message ask: refuses, keeps it to decide later, tells something back, or accepts. */
final class Recorder implements StandIn {

    @Override
    public Correspondent as() {
        return Correspondent.NSIS;
    }

    @Override
    public Said hear(Heard message) {
        if (message.body().contains("refuse")) {
            return Said.of(AnswerCode.REFUSED, ExchangeBed.said("no"));
        }
        var back = new Telling("back-" + message.id(), "BACK", ExchangeBed.said("heard"), message.at());
        return message.body().contains("later")
                ? new Said(AnswerCode.PENDING, null, List.of(back))
                : new Said(AnswerCode.ACCEPTED, ExchangeBed.said("yes"), List.of(back));
    }
}
