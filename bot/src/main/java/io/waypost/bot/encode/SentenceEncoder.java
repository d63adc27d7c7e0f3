package io.waypost.bot.encode;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.waypost.bot.text.WordPieces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;

/**
 * The model bge-small-zh-v1.5 in eight bits (24 MB, MIT licence, by BAAI) run by ONNX Runtime.
 *
 * <p>A vector is the first piece's (CLS), made 1 long. One message a call: batches bring nothing on processors without padding being wasted.
 * At most as many calls at once as there are processors: each holds its thread within the native library.
 */
public final class SentenceEncoder implements Encoder {

    private static final String MODEL = "/bge-small-zh-v1.5-q.onnx";
    private static final String VOCABULARY = "/bge-small-zh-v1.5-q-tokenizer.json";
    private static final int SIZE = 512;

    private final WordPieces pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors());

    private SentenceEncoder(WordPieces pieces, OrtEnvironment environment, OrtSession session) {
        this.pieces = pieces;
        this.environment = environment;
        this.session = session;
    }

    /**
     * Loads the model; takes about a second.
     *
     * @param libraries folder for the native libraries, made when it is missing
     * @throws EncodingFailed when this machine cannot run it: an unknown processor, a C library that is not glibc
     */
    public static SentenceEncoder load(Path libraries) {
        try (var vocabulary = resource(VOCABULARY); var model = resource(MODEL)) {
            NativeLibrary.unpackTo(libraries);
            var environment = OrtEnvironment.getEnvironment();
            var session = environment.createSession(model.readAllBytes(), options());
            return new SentenceEncoder(WordPieces.read(vocabulary), environment, session);
        } catch (IOException | OrtException e) {
            throw new EncodingFailed("The language model could not be loaded: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new EncodingFailed("The native library of the language model does not run here: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public int size() {
        return SIZE;
    }

    @Override
    public float[] encode(String text) {
        var ids = pieces.cut(text);
        var mask = new long[ids.length];
        java.util.Arrays.fill(mask, 1);
        turns.acquireUninterruptibly();
        try {
            return run(ids, mask);
        } catch (OrtException e) {
            throw new EncodingFailed("The language model failed on a text of %d pieces.".formatted(ids.length), e);
        } finally {
            turns.release();
        }
    }

    private float[] run(long[] ids, long[] mask) throws OrtException {
        var inputs = new HashMap<String, OnnxTensor>();
        try (var id = tensor(ids); var masks = tensor(mask); var types = tensor(new long[ids.length])) {
            inputs.put("input_ids", id);
            inputs.put("attention_mask", masks);
            inputs.put("token_type_ids", types);
            try (var result = session.run(Map.copyOf(inputs))) {
                var all = ((OnnxTensor) result.get(0)).getFloatBuffer();
                var first = new float[SIZE];
                all.get(first);
                return unit(first);
            }
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][]{values});
    }

    private static float[] unit(float[] vector) {
        double sum = 0;
        for (float each : vector) {
            sum += each * each;
        }
        float length = (float) Math.sqrt(sum);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    private static OrtSession.SessionOptions options() throws OrtException {
        var options = new OrtSession.SessionOptions();
        // One thread a call: two wait for each other under load, and the slowest of a hundred calls gets ten times slower.
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(SentenceEncoder.class.getResourceAsStream(name), name);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
