package lv.vmis.register.file;

import java.awt.Rectangle;

/**
 * Which part of a photo becomes the face image, always 35 by 45.
 *
 * @param zoom 100 takes the largest part there is room for, 400 a quarter of its width
 * @param x 0 is the left edge of the room there is, 100 the right
 * @param y 0 is the top, 100 the bottom
 */
record Crop(int zoom, int x, int y) {

    /** 35 × 45 mm at 300 dots per inch, as the photos for identity documents. */
    static final int WIDTH = 413;

    static final int HEIGHT = 531;
    static final int LEAST_ZOOM = 100;
    static final int MOST_ZOOM = 400;

    static final Crop CENTRED = new Crop(LEAST_ZOOM, 50, 50);

    Crop {
        zoom = Math.clamp(zoom, LEAST_ZOOM, MOST_ZOOM);
        x = Math.clamp(x, 0, 100);
        y = Math.clamp(y, 0, 100);
    }

    Rectangle of(int width, int height) {
        var across = Math.min(width, height * (double) WIDTH / HEIGHT) * LEAST_ZOOM / zoom;
        var down = across * HEIGHT / WIDTH;
        return new Rectangle(
                (int) Math.round((width - across) * x / 100),
                (int) Math.round((height - down) * y / 100),
                (int) Math.max(1, Math.round(across)),
                (int) Math.max(1, Math.round(down)));
    }
}
