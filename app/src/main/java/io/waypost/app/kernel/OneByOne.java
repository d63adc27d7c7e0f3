package io.waypost.app.kernel;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does the pieces of a claimed batch each in a savepoint of its own, inside the running transaction, so that one that fails is put
 * off and holds up nobody. Thread-safe.
 */
public final class OneByOne {

    private final TransactionTemplate savepoint;

    public OneByOne(PlatformTransactionManager transactions) {
        this.savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Does them all.
     *
     * @param putOff says so in the log and lets the piece rest; what the work had written is undone by then
     * @return how many there were
     */
    public <T> int each(List<T> due, Consumer<T> work, BiConsumer<T, RuntimeException> putOff) {
        for (var piece : due) {
            try {
                savepoint.executeWithoutResult(_ -> work.accept(piece));
            } catch (RuntimeException defect) {
                putOff.accept(piece, defect);
            }
        }
        return due.size();
    }
}
