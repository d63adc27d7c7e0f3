package io.waypost.app.desk;

import java.util.List;
import java.util.UUID;

/** Whoever raises cases for customers in conversations without a contact: what becomes of the case is told there too. */
public interface RaisedCases {

    /** The conversations in which that case was raised. */
    List<UUID> conversations(UUID ticket);
}
