package lv.vmis.register.signing;

import java.util.Arrays;
import java.util.Optional;
import lv.vmis.register.file.FileType;

/** How a document and its signature are kept together. */
public enum SignatureFormat {
    /** The document and the signature beside it in a container: ETSI EN 319 162-1 (ASiC-E), known in Latvia as eDoc. */
    ASICE(FileType.ASICE, "edoc"),
    /** The signature inside the document: ETSI EN 319 142-1 (PAdES). */
    PADES(FileType.PDF, "pdf");

    private final FileType type;
    private final String path;

    SignatureFormat(FileType type, String path) {
        this.type = type;
        this.path = path;
    }

    public FileType type() {
        return type;
    }

    /** How addresses and names of files name it. */
    public String path() {
        return path;
    }

    static Optional<SignatureFormat> at(String path) {
        return Arrays.stream(values())
                .filter(format -> format.path.equals(path))
                .findFirst();
    }

    static Optional<SignatureFormat> of(FileType type) {
        return Arrays.stream(values()).filter(format -> format.type == type).findFirst();
    }
}
