package lv.vmis.register.certificate;

import lv.vmis.register.kernel.Bilingual;

/**
 * Something the register holds of a person, as an extract tells it.
 *
 * @param row the part of the document that names it
 * @param text all it says, a line for each field that has a value
 */
record Told(ExtractSection section, String row, Bilingual text) {}
