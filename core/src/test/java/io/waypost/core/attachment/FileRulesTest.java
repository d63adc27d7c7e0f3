package io.waypost.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import io.waypost.core.attachment.FilmRules.Verdict;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("T4 a file is what its content says, and nothing that could do harm")
class FileRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "<!DOCTYPE html><script>",
            "GIF89a..........",
            "MZ..............", "#!/bin/sh\nrm -rf", "RIFF....WEBPVP8 ", " %PDF-1.7        ", "\uFEFF<html>          ",
            "",
            "ÿØ", "....ftypheic....", "....ftypavif...."})
    void whatIsNoKnownKindIsNothing(String content) {
        assertThat(FileLook.of(content.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"isom,MP4", "mp42,MP4", "'qt  ',MOV", "3gp4,MP4"})
    void filmsAreKnownByTheirBrand(String brand, FileLook look) {
        assertThat(FileLook.of(FilmFixture.film(brand))).contains(look);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            破损照片.png               | PICTURE | 破损照片.jpg
            ../../etc/passwd           | PDF     | passwd.pdf
            C:\\Users\\a\\单据.PDF     | PDF     | 单据.pdf
            photo.jpg.exe              | PICTURE | photo_jpg.jpg
            page.html                  | PDF     | page.pdf
            a<b>"c":d                  | PDF     | abcd.pdf
            con                        | XLSX    | file.xlsx
            ....                       | DOCX    | file.docx
            ''                         | PICTURE | file.jpg
            """, quoteCharacter = '\'')
    void aNameKeepsItsWordsAndLosesItsHarm(String typed, FileType type, String clean) {
        assertThat(FileName.clean(typed, type)).isEqualTo(clean);
    }

    @Test
    void aNameThatTurnsItsDirectionCannotHideItsEnding() {
        assertThat(FileName.clean("evidence\u202egpj.exe", FileType.PDF)).isEqualTo("evidencegpj.pdf");
        assertThat(FileName.clean("a\r\nSet-Cookie: x.pdf", FileType.PDF)).isEqualTo("aSet-Cookie x.pdf");
    }

    @Test
    void anyNameComesOutShortAndPlain() {
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            var typed = new StringBuilder();
            for (int i = 0; i < random.nextInt(300); i++) {
                typed.append((char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
            }
            var clean = FileName.clean(typed.toString(), FileType.PDF);
            assertThat(clean).as("seed %d", seed).endsWith(".pdf").doesNotContain("/", "\\", "\n", "\r", "\"",
                    "\u202e");
            assertThat(clean.codePointCount(0, clean.length())).as("seed %d", seed).isBetween(5, FileName.LONGEST + 4);
        }
    }

    @Test
    void aPdfIsWholeAndRunsNothing() {
        assertThat(pdf("/Type /Catalog")).isEmpty();
        for (var active : new String[]{"/S /JavaScript /JS (x)", "/Launch", "/EmbeddedFile", "/Java#53cript",
                "/#4caunch"}) {
            assertThat(pdf(active)).as(active).contains(FileFault.ACTIVE_CONTENT);
        }
        assertThat(pdf("/JavaScriptless")).isEmpty();
        assertThat(PdfRules.fault(bytes("%PDF-1.7\n1 0 obj cut short here"))).contains(FileFault.UNREADABLE);
        assertThat(PdfRules.fault(bytes("%PDF-<script>alert(1)</script>%%EOF"))).contains(FileFault.UNREADABLE);
    }

    @Test
    void aFilmForgetsWhereItWasTaken() {
        var film = FilmFixture.film();
        var buffer = ByteBuffer.wrap(film);
        assertThat(FilmRules.examine(buffer)).isInstanceOfSatisfying(Verdict.Kept.class,
                kept -> kept.blanks().forEach(blank -> blank.apply(buffer)));
        var after = new String(film, StandardCharsets.ISO_8859_1);
        assertThat(after).doesNotContain("23.1291", "udta", "©xyz", "uuid").contains("moov", "tkhd", "mdia", "mdat");
        assertThat(after).hasSize(FilmFixture.film().length);
        assertThat(FilmRules.examine(ByteBuffer.wrap(film))).isInstanceOf(Verdict.Kept.class);
    }

    @Test
    void aFilmCutShortOrWithSomethingBehindItIsRefused() {
        var film = FilmFixture.film();
        for (int length = 0; length < film.length; length++) {
            assertThat(FilmRules.examine(ByteBuffer.wrap(Arrays.copyOf(film, length)))).as("length %d", length)
                    .isEqualTo(new Verdict.Refused(FileFault.UNREADABLE));
        }
        var more = FilmFixture.join(film, "<script>".getBytes(StandardCharsets.US_ASCII));
        assertThat(FilmRules.examine(ByteBuffer.wrap(more))).isEqualTo(new Verdict.Refused(FileFault.UNREADABLE));
    }

    @Test
    void damagedFilmsNeverBreakAnythingAndBlanksStayInside() {
        var good = FilmFixture.film();
        for (long seed = 0; seed < 5_000; seed++) {
            var random = new Random(seed);
            var bad = good.clone();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            if (FilmRules.examine(ByteBuffer.wrap(bad)) instanceof Verdict.Kept(var blanks)) {
                assertThat(blanks).as("seed %d", seed).allSatisfy(blank -> {
                    assertThat(blank.typeAt()).isBetween(0, blank.from());
                    assertThat(blank.until()).isBetween(blank.from(), bad.length);
                });
            }
        }
    }

    private static Optional<FileFault> pdf(String inside) {
        return PdfRules.fault(bytes("%PDF-1.7\n1 0 obj << " + inside + " >> endobj\ntrailer\n%%EOF\n"));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
