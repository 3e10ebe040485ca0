package lv.vmis.register.certificate;

import java.util.Arrays;
import java.util.List;
import lv.vmis.register.kernel.Bilingual;

/**
 * A section of an extract before it is issued.
 *
 * @param texts what it would tell, one by one
 */
public record ExtractPreview(ExtractSection section, List<Bilingual> texts) {

    public ExtractPreview {
        texts = List.copyOf(texts);
    }

    /** The sections that tell anything. */
    static List<ExtractPreview> of(List<Told> told) {
        return Arrays.stream(ExtractSection.values())
                .map(section -> new ExtractPreview(
                        section,
                        told.stream()
                                .filter(one -> one.section() == section)
                                .map(Told::text)
                                .toList()))
                .filter(preview -> !preview.texts().isEmpty())
                .toList();
    }
}
