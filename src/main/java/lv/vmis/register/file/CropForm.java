package lv.vmis.register.file;

import org.jspecify.annotations.Nullable;

/** Which part of a photo becomes the face image, as set. */
public record CropForm(
        @Nullable String key,
        @Nullable String zoom,
        @Nullable String x,
        @Nullable String y) {

    /** Out of range means the nearest there is, and anything else the middle: what is shown is what is taken. */
    Crop crop() {
        return new Crop(number(zoom, Crop.CENTRED.zoom()), number(x, Crop.CENTRED.x()), number(y, Crop.CENTRED.y()));
    }

    private static int number(@Nullable String typed, int otherwise) {
        try {
            return typed == null ? otherwise : Integer.parseInt(typed.strip());
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }
}
