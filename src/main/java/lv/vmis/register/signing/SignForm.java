package lv.vmis.register.signing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import lv.vmis.register.edge.Frame;
import lv.vmis.register.edge.Option;
import lv.vmis.register.edge.Parse;
import lv.vmis.register.kernel.Ids;
import lv.vmis.register.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** The format in which a document is signed, as chosen; for a document signed elsewhere its file comes beside it. */
public record SignForm(@Nullable String key, @Nullable String format) {

    static SignForm empty(@Nullable SignatureFormat format) {
        return new SignForm(Ids.next().toString(), format == null ? null : format.path());
    }

    /** The same choice for another try. */
    SignForm again() {
        return new SignForm(Ids.next().toString(), format);
    }

    Outcome<SignatureFormat> parse(LocalDate today) {
        var in = new Parse(today);
        var chosen = in.code("format", format, path -> SignatureFormat.at(path).isPresent());
        return in.into(() -> SignatureFormat.at(chosen.get()).orElseThrow());
    }

    public static List<Option> formats(Frame f, List<SignedDocument> kept) {
        return Arrays.stream(SignatureFormat.values())
                .filter(format -> kept.stream().noneMatch(one -> one.format() == format))
                .map(format -> new Option(format.path(), f.name("signing.format", format)))
                .toList();
    }
}
