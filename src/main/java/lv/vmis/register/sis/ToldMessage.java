package lv.vmis.register.sis;

import java.util.List;
import lv.vmis.register.exchange.SentText;

/**
 * A message to N.SIS, read for people.
 *
 * @param told what it said
 * @param answered what N.SIS said to it
 */
public record ToldMessage(SentText message, List<ToldField> told, List<ToldField> answered) {}
