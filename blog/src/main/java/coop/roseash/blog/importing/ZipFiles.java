package coop.roseash.blog.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import coop.roseash.contract.blog.Imports;

/// The files of an export packed as a ZIP; its folders may lie inside one more folder.
record ZipFiles(ZipFile zip) implements Imports.Files {
    private static final int LARGEST = 20 * 1024 * 1024;

    @Override
    public Optional<byte[]> read(String path) {
        return zip.stream()
            .filter(entry -> !entry.isDirectory())
            .filter(entry -> entry.getName().equals(path) || entry.getName().endsWith("/" + path))
            .findFirst()
            .map(this::bytes);
    }

    /// The export's JSON file, wherever it lies.
    Optional<byte[]> json() {
        return zip.stream()
            .filter(entry -> entry.getName().endsWith(".json") && !entry.getName().contains("__MACOSX"))
            .findFirst()
            .map(this::bytes);
    }

    /// Reads no more than the limit, whatever the archive says of itself.
    private byte[] bytes(ZipEntry entry) {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(LARGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
