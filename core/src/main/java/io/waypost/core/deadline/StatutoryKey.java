package io.waypost.core.deadline;

/** Which period of law it is (法定期限), and what it is counted from. */
public enum StatutoryKey {
    /** The company deals with a complaint and tells the customer (企业处理投诉并告知), from the receipt of the complaint. */
    COMPLAINT_REPLY("complaint.reply.statutory"),
    /** The company answers an appeal that the authority passed on (企业答复转办申诉), from when it was passed on. */
    APPEAL_COMPANY_ANSWER("appeal.company.answer"),
    /** The company answers an appeal that the authority passed on a second time (企业答复再次转办申诉), from when it was. */
    APPEAL_COMPANY_SECOND_ANSWER("appeal.company.second.answer"),
    /** The authority answers an appeal (邮政管理部门答复申诉), from the receipt of the appeal. */
    APPEAL_AUTHORITY_ANSWER("appeal.authority.answer"),
    /** By how much the authority may lengthen that (申诉答复延长), from the end of that period. */
    APPEAL_AUTHORITY_EXTENSION("appeal.authority.extension"),
    /** How long a customer may still appeal (可申诉期限), from the posting of the parcel or the dispute. */
    APPEAL_WINDOW("appeal.window");

    private final String code;

    StatutoryKey(String code) {
        this.code = code;
    }

    /** Its name in tables and in the API. */
    public String code() {
        return code;
    }
}
