package io.waypost.app.stream;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL on the numbers of devices and people. */
@Repository
class WordStore {

    private final JdbcClient jdbc;

    WordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Word(int number, String name) {}

    List<Word> all(String kind) {
        return jdbc.sql("select number, name from stream.word where kind = :kind order by number").param("kind", kind)
                .query((row, _) -> new Word(row.getInt("number"), row.getString("name"))).list();
    }

    void add(String kind, Word word) {
        jdbc.sql("insert into stream.word (kind, number, name) values (:kind, :number, :name)").param("kind", kind)
                .param("number", word.number()).param("name", word.name()).update();
    }
}
