package lv.vmis.register.document;

/** A version with where it stands on the day of the page. */
public record TemplateLine(DocumentTemplate template, DocumentTemplate.State state) {}
