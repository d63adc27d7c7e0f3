package io.waypost.core.sop;

/** What must be there before a stage may be left (必填项与证据); the names are part of the API. */
public enum Requirement {
    /** Words on what was found out and done (处理说明). */
    REMARK,
    /** A photo (照片). */
    PHOTO,
    /** A phone number of whoever handled it (处理人电话). */
    HANDLER_PHONE,
    /** Whether the company is to blame (有责或无责). */
    LIABILITY,
    /** Why it happened, by the catalogue of causes (根因). */
    ROOT_CAUSE,
    /** What the customer said when called (回访结论). */
    CALL_BACK_VERDICT
}
