package lv.vmis.register.file;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats that are taken in. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    TIFF("image/tiff", "tif", "tiff"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ASICE("application/vnd.etsi.asic-e+zip", "edoc", "asice");

    private final String mediaType;
    private final List<String> extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    static Optional<FileType> named(String extension) {
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension))
                .findFirst();
    }

    /** "pdf, jpg, png …", as told to whoever sent something else. */
    static String list() {
        return list(List.of(values()));
    }

    static String list(Collection<FileType> types) {
        return types.stream().map(FileType::extension).collect(Collectors.joining(", "));
    }

    /** ".pdf,.jpg …", for the browser's choice of files. */
    static String accepted() {
        return Arrays.stream(values())
                .flatMap(type -> type.extensions.stream())
                .map(extension -> "." + extension)
                .collect(Collectors.joining(","));
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extensions.getFirst();
    }

    public boolean isImage() {
        return switch (this) {
            case JPEG, PNG, TIFF -> true;
            case PDF, DOCX, ODT, ASICE -> false;
        };
    }

    public boolean isShown() {
        return isImage() || this == PDF;
    }
}
