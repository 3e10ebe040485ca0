package lv.vmis.register.sis;

import java.util.List;
import lv.vmis.register.exchange.SentText;

/**
 * A message to N.SIS, read for people.
 *
 * @param told what it said
 * @param standing what became of it in a word, by what N.SIS said last
 * @param told what it said
 * @param answered what N.SIS said to it at once
 * @param later what N.SIS said of it last, when it came back to it
 */
public record ToldMessage(
        SentText message, String standing, List<ToldField> told, List<ToldField> answered, List<ToldField> later) {}
