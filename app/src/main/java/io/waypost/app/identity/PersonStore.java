package io.waypost.app.identity;

import org.springframework.stereotype.Repository;

/** The SQL on people. */
@Repository
class PersonStore {

    /** What a person's phone is sealed for. */
    static final String PHONE = "identity.person.phone";
}
