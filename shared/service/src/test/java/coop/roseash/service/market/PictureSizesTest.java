package coop.roseash.service.market;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import coop.roseash.service.market.PictureSizes.Outcome;
import coop.roseash.service.market.PictureSizes.Rendition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class PictureSizesTest {
    @Test
    void makesTheWidthsThatNeedNoEnlarging() throws IOException {
        Outcome.Made made = assertInstanceOf(Outcome.Made.class, PictureSizes.of(png(500, 250, false)));
        assertEquals(List.of(160, 320), made.renditions().stream().map(Rendition::width).toList());
        Rendition small = made.renditions().getFirst();
        assertEquals("image/jpeg", small.mediaType());
        assertEquals(80, ImageIO.read(new ByteArrayInputStream(small.bytes())).getHeight());
    }

    @Test
    void keepsTransparency() throws IOException {
        Outcome.Made made = assertInstanceOf(Outcome.Made.class, PictureSizes.of(png(700, 700, true)));
        assertEquals("image/png", made.renditions().getLast().mediaType());
        assertEquals(640, made.renditions().getLast().width());
    }

    @Test
    void refusesAHugePictureByItsHeader() throws IOException {
        byte[] bomb = png(10, 10, false);
        // Width and height stand after the signature and the IHDR chunk's length and name; the checksum follows.
        ByteBuffer.wrap(bomb).putInt(16, 50_000).putInt(20, 50_000);
        CRC32 checksum = new CRC32();
        checksum.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) checksum.getValue());
        assertEquals(new Outcome.Unreadable("it has more than 40 million pixels"), PictureSizes.of(bomb));
    }

    @Test
    void refusesWhatIsNoPicture() throws IOException {
        assertInstanceOf(Outcome.Unreadable.class, PictureSizes.of("<svg onload='x'/>".getBytes()));
        assertInstanceOf(Outcome.Unreadable.class, PictureSizes.of(new byte[0]));
        byte[] half = png(300, 300, false);
        assertInstanceOf(Outcome.Unreadable.class, PictureSizes.of(Arrays.copyOf(half, half.length / 2)));
    }

    private static byte[] png(int width, int height, boolean transparent) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int type = transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        ImageIO.write(new BufferedImage(width, height, type), "png", bytes);
        return bytes.toByteArray();
    }
}
