package io.waypost.app.contract;

/** How a contract stands (合同状态); the names are part of the API. */
enum ContractState {
    ACTIVE,
    /** For a time its people are served like everybody. */
    SUSPENDED,
    ENDED
}
