package io.waypost.client.cli;

import io.waypost.client.Receipt;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Streams a file to the server in batches; memory does not grow with the file. */
final class ScanImport {

    /** What came of all lines. */
    record Totals(long lines, long accepted, long duplicates, long rejected, Path rejectedFile) {

        String describe() {
            String totals = "%,d lines: %,d accepted, %,d duplicates, %,d rejected".formatted(lines, accepted,
                    duplicates, rejected);
            return rejected == 0 ? totals : totals + ", see " + rejectedFile;
        }

        private Totals plus(int sent, Receipt receipt) {
            return new Totals(lines + sent, accepted + receipt.accepted(), duplicates + receipt.duplicates(),
                    rejected + receipt.rejected().size(), rejectedFile);
        }
    }

    private final Function<List<String>, Receipt> server;

    private final int batch;

    private final PrintStream err;

    ScanImport(Function<List<String>, Receipt> server, int batch, PrintStream err) {
        this.server = server;
        this.batch = batch;
        this.err = err;
    }

    Totals run(Path file, Charset charset) {
        Path rejectedFile = file.resolveSibling(file.getFileName() + ".rejected.csv");
        Totals totals = new Totals(0, 0, 0, 0, rejectedFile);
        try (ScanLines lines = ScanLines.open(file, charset, warning -> err.println("waypost: " + warning));
                RejectedLines rejected = new RejectedLines(rejectedFile)) {
            Progress progress = new Progress(err, Files.size(file));
            List<ScanLines.Line> next = take(lines);
            while (!next.isEmpty()) {
                Receipt receipt = server.apply(next.stream().map(ScanLines.Line::json).toList());
                for (Receipt.Rejection rejection : receipt.rejected()) {
                    rejected.write(next.get((int) rejection.line() - 1), rejection);
                }
                totals = totals.plus(next.size(), receipt);
                progress.show(totals, lines.bytesRead());
                next = take(lines);
            }
            progress.end();
            return totals;
        } catch (CharacterCodingException _) {
            throw new WrongUse("%s: line %,d or one of the next %,d is not %s.\nMaybe --charset GB18030".formatted(file,
                    totals.lines() + 1, batch, charset.name()));
        } catch (NoSuchFileException _) {
            throw new WrongUse(file + ": no such file.");
        } catch (IOException e) {
            throw new WrongUse(
                    "%s: cannot be read after %,d lines: %s".formatted(file, totals.lines(), e.getMessage()));
        }
    }

    private List<ScanLines.Line> take(ScanLines lines) throws IOException {
        List<ScanLines.Line> taken = new ArrayList<>(batch);
        while (taken.size() < batch) {
            ScanLines.Line line = lines.next();
            if (line == null) {
                break;
            }
            taken.add(line);
        }
        return taken;
    }
}
