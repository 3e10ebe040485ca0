package lv.vmis.register.file;

import org.jspecify.annotations.Nullable;

/**
 * What the examination of a content found.
 *
 * @param width of an image as it is shown: turned as the camera was
 */
public record Examined(
        FileType type,
        @Nullable Integer pages,
        @Nullable Integer width,
        @Nullable Integer height) {

    static Examined of(FileType type) {
        return new Examined(type, null, null, null);
    }
}
